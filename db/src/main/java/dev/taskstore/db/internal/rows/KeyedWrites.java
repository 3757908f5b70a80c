package dev.taskstore.db.internal.rows;

import dev.taskstore.db.Parameter;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.internal.value.RowBinder;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.RowWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Updates and deletes the rows of a table by their keys. */
public final class KeyedWrites<M, C extends Changes<C>, K> {

  private record UpdateKey(Object mapping) {}

  private record DeleteKey(Object mapping, boolean versioned) {}

  private record ChangeKey(Object mapping, List<?> columns, boolean versioned) {}

  private final Engine engine;
  private final KeyedTableMapping<M, ?, C, K> mapping;
  private final KeyedReads<M, K> reads;

  /** Creates the writes of a table. */
  public KeyedWrites(Engine engine, KeyedTableMapping<M, ?, C, K> mapping) {
    this.engine = engine;
    this.mapping = mapping;
    this.reads = new KeyedReads<>(engine, mapping);
  }

  /** A change of an entity: its new state, and the version that it must still have. */
  public record Update<M>(M entity, long expectedVersion) {}

  /** Writes one new state, if the row still has the version expected. */
  public void update(Update<M> update) {
    SqlTemplate template = updateTemplate();
    RowWrites<M> rows = new RowWrites<>(engine, mapping);
    int changed =
        engine.write(
            connection -> template.execute(connection, row -> bind(update, row)),
            rows.brokenBy(List.of(update.entity()), WrittenRows.Kind.UPDATE, List.of()));
    if (changed == 0) {
      throw staleOrMissing(mapping.key(update.entity()));
    }
  }

  /** Writes all new states or none. */
  public void updateAll(List<Update<M>> updates) {
    SqlTemplate template = updateTemplate();
    RowWrites<M> rows = new RowWrites<>(engine, mapping);
    engine.writeAtomically(
        connection -> {
          int[] counts = engine.batches().execute(template, connection, updates, this::bind, false);
          for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
              throw staleOrMissing(mapping.key(updates.get(i).entity()));
            }
          }
          return counts.length;
        },
        rows.brokenBy(
            updates.stream().map(Update::entity).toList(), WrittenRows.Kind.UPDATE, List.of()));
  }

  private void bind(Update<M> update, RowWriter row) throws SQLException {
    mapping.writeMutable(update.entity(), row);
    mapping.writeKey(mapping.key(update.entity()), row);
    if (mapping.versionColumn() != null) {
      row.bigint(update.expectedVersion());
    }
  }

  private SqlTemplate updateTemplate() {
    return engine.template(
        new UpdateKey(mapping),
        dsl -> {
          Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
          mapping.mutableColumns().forEach(column -> values.put(column, Parameter.of(column)));
          return dsl.update(mapping.table()).set(values).where(keyAndVersion(true));
        });
  }

  /** Writes some columns of a row and tells its new state. */
  public M change(K key, C changes, @Nullable Long expectedVersion, Instant now) {
    List<TableField<?, ?>> columns = List.copyOf(changes.values().keySet());
    if (columns.isEmpty()) {
      return unchanged(key);
    }
    Long version = mapping.versionColumn() == null ? null : expectedVersion;
    RowBinder binder = row -> bindChange(row, key, changes, version, now);
    ViolationProbe.Search broken = probe -> probe.violatedBy(changed(key, columns, changes));
    SqlTemplate template = changeTemplate(columns, version != null);
    Optional<M> written =
        engine.dialect().returnsUpdatedRows()
            ? engine.writeApart(
                connection ->
                    Optional.ofNullable(template.fetchChanged(connection, binder, mapping::read)),
                broken)
            : engine.writeAtomically(
                connection ->
                    template.execute(connection, binder) == 0
                        ? Optional.empty()
                        : Optional.ofNullable(reads.find(connection, key)),
                broken);
    return written.orElseThrow(() -> staleOrMissing(key));
  }

  private M unchanged(K key) {
    return engine
        .writeApart(
            connection -> Optional.ofNullable(reads.find(connection, key)), Engine.NO_SEARCH)
        .orElseThrow(this::missing);
  }

  private WrittenRows changed(K key, List<TableField<?, ?>> columns, C changes) {
    Map<String, @Nullable Object> row =
        WrittenRows.row(mapping.keyColumns(), storedKey(key).values());
    for (TableField<?, ?> column : columns) {
      row.put(
          column.getName(), Codec.of(column.getDataType()).toStored(changes.values().get(column)));
    }
    return new WrittenRows(mapping.table(), WrittenRows.Kind.UPDATE, List.of(), () -> List.of(row));
  }

  private SqlTemplate changeTemplate(List<TableField<?, ?>> columns, boolean versioned) {
    return engine.template(
        new ChangeKey(mapping, columns, versioned), dsl -> changeQuery(dsl, columns, versioned));
  }

  private Query changeQuery(DSLContext dsl, List<TableField<?, ?>> columns, boolean versioned) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, Parameter.of(column)));
    TableField<?, Instant> updatedAt = mapping.updatedAtColumn();
    if (updatedAt != null) {
      values.put(updatedAt, Parameter.of(updatedAt));
    }
    TableField<?, Long> version = mapping.versionColumn();
    if (version != null) {
      values.put(version, version.plus(DSL.inline(1L)));
    }
    var update = dsl.update(mapping.table()).set(values).where(keyAndVersion(versioned));
    return engine.dialect().returnsUpdatedRows() ? update.returning(mapping.columns()) : update;
  }

  private void bindChange(
      RowWriter row, K key, C changes, @Nullable Long expectedVersion, Instant now)
      throws SQLException {
    for (Map.Entry<TableField<?, ?>, @Nullable Object> change : changes.values().entrySet()) {
      Codec.of(change.getKey().getDataType()).write(row, change.getValue());
    }
    if (mapping.updatedAtColumn() != null) {
      row.instant(now);
    }
    mapping.writeKey(key, row);
    if (expectedVersion != null) {
      row.bigint(expectedVersion);
    }
  }

  private List<Condition> keyAndVersion(boolean versioned) {
    List<Condition> conditions = new ArrayList<>();
    mapping.keyColumns().forEach(column -> conditions.add(RowWrites.equalToParameter(column)));
    TableField<?, Long> version = mapping.versionColumn();
    if (versioned && version != null) {
      conditions.add(RowWrites.equalToParameter(version));
    }
    return conditions;
  }

  /** Deletes an entity if it still has its version. */
  public void delete(M entity) {
    SqlTemplate template = deleteTemplate(true);
    K key = mapping.key(entity);
    int deleted =
        engine.write(
            connection ->
                template.execute(
                    connection,
                    row -> {
                      mapping.writeKey(key, row);
                      if (mapping.versionColumn() != null) {
                        row.bigint(mapping.version(entity));
                      }
                    }),
            stillReferenced(List.of(key)));
    if (deleted == 0) {
      throw staleOrMissing(key);
    }
  }

  /** Deletes the row with a key, whatever its version, and tells whether there was one. */
  public boolean deleteByKey(K key) {
    SqlTemplate template = deleteTemplate(false);
    int deleted =
        engine.writeApart(
            connection -> template.execute(connection, row -> mapping.writeKey(key, row)),
            stillReferenced(List.of(key)));
    return deleted == 1;
  }

  private SqlTemplate deleteTemplate(boolean versioned) {
    return engine.template(
        new DeleteKey(mapping, versioned),
        dsl -> dsl.deleteFrom(mapping.table()).where(keyAndVersion(versioned)));
  }

  /** Deletes rows by their keys and tells how many there were. */
  public int deleteAll(Collection<? extends K> keys) {
    if (keys.isEmpty()) {
      return 0;
    }
    List<KeySelect.Key> stored = keys.stream().map(this::storedKey).toList();
    KeySelect<M> select = new KeySelect<>(engine, mapping, mapping.keyColumns());
    return engine.writeAtomically(
        connection -> select.delete(connection, stored), stillReferenced(keys));
  }

  private ViolationProbe.Search stillReferenced(Collection<? extends K> keys) {
    return probe ->
        probe.remainingChild(
            mapping.table(), keys.stream().map(key -> storedKey(key).values()).toList());
  }

  private KeySelect.Key storedKey(K key) {
    return storedKey(mapping, key);
  }

  /** The values of a key, as the database has them. */
  public static <K> KeySelect.Key storedKey(KeyedTableMapping<?, ?, ?, K> mapping, K key) {
    return new KeySelect.Key(RecordingRowWriter.valuesOf(row -> mapping.writeKey(key, row)));
  }

  private RuntimeException staleOrMissing(K key) {
    if (reads.find(key).isEmpty()) {
      return missing();
    }
    return new StaleEntityException(
        "The row of "
            + mapping.table().getName()
            + " was changed by somebody else since it was read. Read it again and repeat the change.",
        FailureContext.of(mapping.table().getName()),
        null);
  }

  private EntityNotFoundException missing() {
    return missing(mapping);
  }

  /** What a call throws that needs a row which is not there. */
  public static EntityNotFoundException missing(KeyedTableMapping<?, ?, ?, ?> mapping) {
    return new EntityNotFoundException(
        "There is no row of " + mapping.table().getName() + " with this key.",
        FailureContext.of(mapping.table().getName()));
  }
}
