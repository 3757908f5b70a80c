package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.BulkLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jooq.Named;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of a table: one, many, or a stream of them. */
public final class RowWrites<M> {

  /** How many rows of a stream are held at a time. */
  private static final int BATCH_SIZE = 1_000;

  private final Engine engine;
  private final TableMapping<M, ?> mapping;
  private final TableStatements statements;

  /** Creates the writes of a table. */
  public RowWrites(Engine engine, TableMapping<M, ?> mapping, TableStatements statements) {
    this.engine = engine;
    this.mapping = mapping;
    this.statements = statements;
  }

  /** The constraint that inserted entities violate. */
  ViolationProbe.Search brokenByInsert(List<? extends M> entities) {
    return brokenBy(entities, WrittenRows.Kind.INSERT, List.of());
  }

  /** The constraint that written entities violate. */
  ViolationProbe.Search brokenBy(
      List<? extends M> entities, WrittenRows.Kind kind, List<? extends Named> arbiter) {
    return probe ->
        probe.violatedBy(
            new WrittenRows(
                mapping.table(), kind, WrittenRows.names(arbiter), () -> record(entities, kind)));
  }

  private List<Map<String, @Nullable Object>> record(
      List<? extends M> entities, WrittenRows.Kind kind) {
    return entities.stream()
        .map(
            entity ->
                kind == WrittenRows.Kind.UPDATE
                    ? WrittenRows.row(
                        mapping.columns(),
                        RecordingRowWriter.valuesOf(row -> mapping.write(entity, row)))
                    : WrittenRows.row(
                        mapping.insertColumns(),
                        RecordingRowWriter.valuesOf(row -> mapping.writeInsert(entity, row))))
        .toList();
  }

  /** Inserts one row; returns what is stored then. */
  public M insert(M entity) {
    SqlTemplate template = statements.insert();
    TableField<?, Long> identity = mapping.identityColumn();
    return engine.write(
        connection -> {
          if (identity == null) {
            template.execute(connection, row -> mapping.writeInsert(entity, row));
            return entity;
          }
          return withIdentities(
                  List.of(entity),
                  template.insertEach(
                      connection, List.of(entity), mapping::writeInsert, identity.getName()))
              .get(0);
        },
        brokenByInsert(List.of(entity)));
  }

  /**
   * Tells whether an insert may find a later row's broken key before an earlier row's broken
   * reference: drivers put rows into one statement, and references are checked at its end.
   */
  private boolean checksReferencesLast(List<M> entities) {
    return entities.size() > 1 && !mapping.table().getReferences().isEmpty();
  }

  /** Inserts all rows or none; returns what is stored then, in the order given. */
  public List<M> insertAll(List<M> entities) {
    SqlTemplate template = statements.insert();
    TableField<?, Long> identity = mapping.identityColumn();
    return engine.writeAtomically(
        connection -> {
          if (identity == null) {
            insertBatch(template, connection, entities);
            return entities;
          }
          return withIdentities(
              entities, insertBatch(template, connection, entities, identity.getName()));
        },
        brokenByInsert(entities));
  }

  /** Runs an insert, or what becomes of it on conflict, for all rows at once. */
  int[] insertBatch(SqlTemplate template, Connection connection, List<M> entities)
      throws SQLException {
    return engine
        .batches()
        .execute(
            template, connection, entities, mapping::writeInsert, checksReferencesLast(entities));
  }

  private long[] insertBatch(
      SqlTemplate template, Connection connection, List<M> entities, String identity)
      throws SQLException {
    return engine.dialect().returnsKeysOfBatches()
        ? engine
            .batches()
            .orEach(
                batch -> template.insertBatch(batch, entities, mapping::writeInsert, identity),
                template,
                connection,
                entities,
                mapping::writeInsert)
        : template.insertEach(connection, entities, mapping::writeInsert, identity);
  }

  private List<M> withIdentities(List<M> entities, long[] identities) {
    List<M> stored = new ArrayList<>(entities.size());
    for (int i = 0; i < identities.length; i++) {
      stored.add(mapping.withIdentity(entities.get(i), identities[i]));
    }
    return Collections.unmodifiableList(stored);
  }

  /**
   * Loads all rows or none, some at a time: what cannot be stored is found in the same order on
   * every dialect, whether it is refused here or by the database.
   */
  public long load(Iterator<M> entities, LongConsumer progress) {
    Optional<BulkLoader> loader = engine.dialect().bulkLoader();
    SqlTemplate template = statements.insert();
    List<M> batch = new ArrayList<>(BATCH_SIZE);
    return engine.writeAtomicallyOnce(
        connection -> {
          long loaded = 0;
          while (entities.hasNext()) {
            batch.clear();
            while (entities.hasNext() && batch.size() < BATCH_SIZE) {
              batch.add(entities.next());
            }
            if (loader.isPresent()) {
              loaded += load(loader.get(), template, connection, batch);
            } else {
              loaded +=
                  engine
                      .batches()
                      .executeAfterOthers(
                          template,
                          connection,
                          batch,
                          mapping::writeInsert,
                          mapping.table().getName())
                      .length;
            }
            progress.accept(loaded);
          }
          return loaded;
        },
        probe -> brokenByInsert(Collections.unmodifiableList(batch)).find(probe));
  }

  private long load(
      BulkLoader loader, SqlTemplate template, Connection connection, List<M> entities)
      throws SQLException {
    String table = statements.quotedTable();
    List<String> columns = statements.quotedInsertColumns();
    return engine
        .batches()
        .orEachInSavepoint(
            loading -> loader.load(loading, table, columns, rows(entities)),
            template,
            connection,
            entities,
            mapping::writeInsert);
  }

  private Iterator<BulkLoader.Row> rows(List<M> entities) {
    return entities.stream()
        .<BulkLoader.Row>map(entity -> writer -> mapping.writeInsert(entity, writer))
        .iterator();
  }
}
