package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.KeyedStatements;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteOrder;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.internal.value.RowBinder;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.RowWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Updates rows of a table by primary key. */
public final class UpdateOperations<M, C extends Changes<C>, K> {

  private final OpenDatabase database;
  private final KeyedTableMapping<M, ?, C, K> mapping;
  private final TableStatements table;
  private final KeyedStatements statements;
  private final @Nullable WriteRules rules;

  /** Creates the updates of a table. */
  public UpdateOperations(
      OpenDatabase database, KeyedTableMapping<M, ?, C, K> mapping, TableStatements table) {
    this.database = database;
    this.mapping = mapping;
    this.table = table;
    this.statements = table.keyed();
    this.rules = table.rules();
  }

  /** Checks new states against the rules of the scope, if there is one. */
  private void check(Connection connection, List<Update<M>> updates) throws SQLException {
    if (rules != null) {
      new ScopeChecks<>(rules, mapping)
          .updates(
              connection,
              updates.stream().map(Update::entity).toList(),
              existing(connection, updates, rules.requiresRowBefore()));
    }
  }

  /** Finds the rows that updates will change: with a few statements, if all are required. */
  private ScopeChecks.Existing<M> existing(
      Connection connection, List<Update<M>> updates, boolean areRequired) throws SQLException {
    if (updates.size() == 1 || !areRequired) {
      return i -> current(connection, updates.subList(0, i), updates.get(i));
    }
    KeyListOperations<M> list =
        new KeyListOperations<>(database, mapping, table, mapping.keyColumns());
    List<StoredKey> keys = updates.stream().map(update -> list.keyOf(update.entity())).toList();
    Map<StoredKey, M> found = new HashMap<>();
    list.fetch(connection, keys).forEach(entity -> found.put(list.keyOf(entity), entity));
    return i -> {
      Update<M> update = updates.get(i);
      M current = found.get(keys.get(i));
      if (current == null || !hasVersion(current, update.expectedVersion())) {
        return null;
      }
      found.put(keys.get(i), update.entity()); // what a later update of the same call finds
      return current;
    };
  }

  /** Returns the exception for an update that changed no row. */
  private RuntimeException notUpdated(K key) {
    RuntimeException refusal =
        KeyRefusals.of(database, mapping, rules, RowPermission.UPDATE, List.of(key));
    return refusal == null ? lookup().staleOrMissing(key) : refusal;
  }

  /**
   * Returns the row that an update will change, or null if there is none. Earlier updates of the
   * same call may have changed the row.
   */
  private @Nullable M current(Connection connection, List<Update<M>> earlier, Update<M> update)
      throws SQLException {
    K key = mapping.key(update.entity());
    StoredKey stored = StoredKey.of(mapping, key);
    M current = lookup().find(connection, key);
    for (Update<M> before : earlier) {
      if (current != null
          && StoredKey.of(mapping, mapping.key(before.entity())).equals(stored)
          && hasVersion(current, before.expectedVersion())) {
        current = before.entity();
      }
    }
    return current != null && hasVersion(current, update.expectedVersion()) ? current : null;
  }

  private boolean hasVersion(M found, @Nullable Long expected) {
    return mapping.versionColumn() == null
        || expected == null
        || mapping.version(found) == expected;
  }

  private KeyLookup<M, K> lookup() {
    return new KeyLookup<>(database, mapping, statements);
  }

  /** The new state of an entity, and the version that its row must have. */
  public record Update<M>(M entity, long expectedVersion) {}

  /** Writes one new state if the row has the expected version. */
  public void update(Update<M> update) {
    table.ensureMayChange();
    if (mapping.mutableColumns().isEmpty()) {
      requireRows(List.of(update));
      return;
    }
    SqlTemplate template = statements.update();
    SqlWork<Integer> write =
        connection -> {
          check(connection, List.of(update));
          return template.execute(connection, row -> bind(update, row));
        };
    ViolationProbe.Search broken = ViolationSearches.ofUpdate(mapping, List.of(update.entity()));
    int changed =
        rules == null || !(rules.runsStatements() || rules.requiresRowBefore())
            ? database.write(write, broken)
            : database.writeTogether(write, broken);
    if (changed == 0) {
      throw notUpdated(mapping.key(update.entity()));
    }
  }

  /** Writes all new states or none, in the order of the keys. */
  public void updateAll(List<Update<M>> updates) {
    table.ensureMayChange();
    if (mapping.mutableColumns().isEmpty()) {
      requireRows(updates);
      return;
    }
    SqlTemplate template = statements.update();
    WriteOrder<Update<M>> order =
        RowOrder.byKey(mapping, mapping.keyColumns(), Update::entity, updates);
    database.writeAtomically(
        connection -> {
          check(connection, updates);
          int[] counts = database.batches().execute(template, connection, order, this::bind, false);
          for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
              throw notUpdated(mapping.key(updates.get(i).entity()));
            }
          }
          return counts.length;
        },
        ViolationSearches.ofUpdate(mapping, updates.stream().map(Update::entity).toList()));
  }

  /** A table whose columns are all in the key has nothing to write. */
  private void requireRows(List<Update<M>> updates) {
    database.writeAtomically(
        connection -> {
          for (Update<M> update : updates) {
            if (lookup().find(connection, mapping.key(update.entity())) == null) {
              throw lookup().missing();
            }
          }
          return updates.size();
        },
        OpenDatabase.NO_SEARCH);
  }

  private void bind(Update<M> update, RowWriter row) throws SQLException {
    mapping.writeMutable(update.entity(), row);
    mapping.writeKey(mapping.key(update.entity()), row);
    if (mapping.versionColumn() != null) {
      row.bigint(update.expectedVersion());
    }
  }

  /** Writes some columns of a row and returns its new state. */
  public M change(K key, C changes, @Nullable Long expectedVersion, Instant now) {
    table.ensureMayChange();
    List<TableField<?, ?>> columns = List.copyOf(changes.values().keySet());
    if (columns.isEmpty()) {
      return unchanged(key);
    }
    Long version = mapping.versionColumn() == null ? null : expectedVersion;
    ViolationProbe.Search broken = probe -> probe.violatedBy(changed(key, columns, changes));
    SqlTemplate template =
        version == null ? statements.change(columns) : statements.changeVersion(columns);
    RowBinder binder = row -> bindChange(template, row, key, changes, version, now);
    SqlWork<Optional<M>> write =
        statements.returnsChangedRow()
            ? connection ->
                Optional.ofNullable(template.fetchChanged(connection, binder, mapping::read))
            : connection ->
                template.execute(connection, binder) == 0
                    ? Optional.empty()
                    : Optional.ofNullable(lookup().find(connection, key));
    Optional<M> written;
    if (rules != null && rules.dependOn(columns)) {
      written = database.writeAtomically(checked(rules, write, key, changes, version), broken);
    } else if (statements.returnsChangedRow()) {
      written = database.writeApart(write, broken);
    } else {
      written = database.writeAtomically(write, broken);
    }
    return written.orElseThrow(() -> notUpdated(key));
  }

  private SqlWork<Optional<M>> checked(
      WriteRules own, SqlWork<Optional<M>> write, K key, C changes, @Nullable Long version) {
    return connection -> {
      M before = lookup().find(connection, key);
      if (before != null && hasVersion(before, version)) {
        new ScopeChecks<>(own, mapping).change(connection, before, stored(changes));
      }
      return write.run(connection);
    };
  }

  static Map<TableField<?, ?>, @Nullable Object> stored(Changes<?> changes) {
    Map<TableField<?, ?>, @Nullable Object> stored = new LinkedHashMap<>();
    changes
        .values()
        .forEach(
            (column, value) -> stored.put(column, Codec.of(column.getDataType()).toStored(value)));
    return stored;
  }

  private M unchanged(K key) {
    return database
        .writeApart(
            connection -> Optional.ofNullable(lookup().find(connection, key)),
            OpenDatabase.NO_SEARCH)
        .orElseThrow(lookup()::missing);
  }

  private WrittenRows changed(K key, List<TableField<?, ?>> columns, C changes) {
    Map<String, @Nullable Object> row =
        WrittenRows.row(mapping.keyColumns(), StoredKey.of(mapping, key).values());
    for (TableField<?, ?> column : columns) {
      row.put(
          column.getName(), Codec.of(column.getDataType()).toStored(changes.values().get(column)));
    }
    return new WrittenRows(mapping.table(), WrittenRows.Kind.UPDATE, List.of(), () -> List.of(row));
  }

  private void bindChange(
      SqlTemplate template,
      RowWriter row,
      K key,
      C changes,
      @Nullable Long expectedVersion,
      Instant now)
      throws SQLException {
    template.writeFirst(row, changes.values().values());
    TableField<?, Instant> updatedAt = mapping.updatedAtColumn();
    if (updatedAt != null) {
      Codec.of(updatedAt.getDataType()).writeParameter(row, now);
    }
    mapping.writeKey(key, row);
    if (expectedVersion != null) {
      row.bigint(expectedVersion);
    }
  }
}
