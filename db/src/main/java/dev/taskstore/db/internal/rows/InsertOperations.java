package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteOrder;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.BulkLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Inserts rows of a table: one row, a list or a stream. */
public final class InsertOperations<M> {

  /** The number of rows of a stream in memory at a time. */
  private static final int BATCH_SIZE = 1_000;

  private final OpenDatabase database;
  private final TableMapping<M, ?> mapping;
  private final TableStatements statements;

  /** The identity column that the inserts write, or null if the database numbers the rows. */
  private final @Nullable TableField<?, ? extends Number> copied;

  /** Creates the inserts of a table. */
  public InsertOperations(
      OpenDatabase database, TableMapping<M, ?> mapping, TableStatements statements) {
    this(database, mapping, statements, null);
  }

  private InsertOperations(
      OpenDatabase database,
      TableMapping<M, ?> mapping,
      TableStatements statements,
      @Nullable TableField<?, ? extends Number> copied) {
    this.database = database;
    this.mapping = mapping;
    this.statements = statements;
    this.copied = copied;
  }

  /** Returns inserts that write identities instead of letting the database generate them. */
  public InsertOperations<M> ofCopies() {
    TableField<?, ? extends Number> identity = mapping.identityColumn();
    return identity == null
        ? this
        : new InsertOperations<>(database, new CopyMapping<>(mapping), statements, identity);
  }

  /** Inserts one row and returns the stored entity. */
  public M insert(M entity) {
    if (copied != null) {
      return insertAll(List.of(entity)).get(0);
    }
    SqlTemplate template = statements.insert();
    TableField<?, ? extends Number> identity = mapping.identityColumn();
    SqlWork<M> insert =
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
        };
    ViolationProbe.Search broken = ViolationSearches.ofInsert(mapping, List.of(entity));
    WriteRules rules = statements.rules();
    return rules == null || (!rules.runsStatements() && identity == null)
        ? database.write(checked(insert, List.of(entity)), broken)
        : database.writeTogether(checked(insert, List.of(entity)), broken);
  }

  /** Returns an insert that checks the rules of its scope first. */
  private <T> SqlWork<T> checked(SqlWork<T> insert, List<M> entities) {
    WriteRules rules = statements.rules();
    if (rules == null) {
      return insert;
    }
    return connection -> {
      new ScopeChecks<>(rules, mapping).inserts(connection, entities);
      return insert.run(connection);
    };
  }

  /**
   * Returns whether a batch may report the duplicate key of a later row before the missing
   * reference of an earlier row: drivers combine rows into one statement, and the database checks
   * references at its end.
   */
  private boolean checksReferencesLast(WriteOrder<M> rows) {
    return rows.size() > 1 && !mapping.table().getReferences().isEmpty();
  }

  /** Inserts all rows or none, and returns the stored entities in the same order. */
  public List<M> insertAll(List<M> entities) {
    SqlTemplate template = copied == null ? statements.insert() : statements.insertCopy();
    TableField<?, ? extends Number> identity = mapping.identityColumn();
    SqlWork<List<M>> insert =
        connection -> {
          if (identity == null) {
            insertBatch(
                template, connection, RowOrder.ofInsert(database.dialect(), mapping, entities));
            if (copied != null) {
              advance(connection, copied);
            }
            return entities;
          }
          return withIdentities(
              entities, insertBatch(template, connection, entities, identity.getName()));
        };
    return database.writeAtomically(
        checked(insert, entities), ViolationSearches.ofInsert(mapping, entities));
  }

  /** Makes later inserts generate identities that are greater than those of the copies. */
  private void advance(Connection connection, TableField<?, ?> identity) throws SQLException {
    database
        .dialect()
        .transfer()
        .advanceIdentity(connection, mapping.table().getName(), identity.getName());
  }

  /** Runs an insert or upsert for all rows. */
  int[] insertBatch(SqlTemplate template, Connection connection, WriteOrder<M> rows)
      throws SQLException {
    return database
        .batches()
        .execute(template, connection, rows, mapping::writeInsert, checksReferencesLast(rows));
  }

  private long[] insertBatch(
      SqlTemplate template, Connection connection, List<M> entities, String identity)
      throws SQLException {
    return database.dialect().statementTraits().returnsKeysOfBatches()
        ? database
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
   * Loads all rows or none, in batches. Invalid rows are reported in the same order on every
   * dialect, whether validation or the database rejects them.
   */
  public long load(Iterator<M> entities, LongConsumer progress) {
    Observation observation = database.observations().bulkLoad(mapping.table().getName());
    return Observations.run(observation, () -> loadAll(entities, progress));
  }

  private long loadAll(Iterator<M> entities, LongConsumer progress) {
    SqlTemplate template = statements.insert();
    WriteRules rules = statements.rules();
    List<M> batch = new ArrayList<>(BATCH_SIZE);
    return database.writeAtomicallyOnce(
        connection -> {
          Optional<BulkLoader.TableLoad> bulk = bulkLoad(connection);
          long loaded = 0;
          while (entities.hasNext()) {
            batch.clear();
            while (entities.hasNext() && batch.size() < BATCH_SIZE) {
              batch.add(entities.next());
            }
            if (rules != null) {
              new ScopeChecks<>(rules, mapping).inserts(connection, batch);
            }
            if (bulk.isPresent()) {
              loaded += load(bulk.get(), template, connection, batch);
            } else {
              loaded +=
                  database
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
        probe ->
            ViolationSearches.ofInsert(mapping, Collections.unmodifiableList(batch)).find(probe));
  }

  /** Returns the bulk load of this table, or empty if it has none. */
  private Optional<BulkLoader.TableLoad> bulkLoad(Connection connection) throws SQLException {
    Optional<BulkLoader> loader = database.dialect().bulkLoader();
    if (loader.isEmpty() || mapping.insertColumns().isEmpty()) {
      return Optional.empty();
    }
    String operation = loader.get().operationName();
    return loader
        .get()
        .prepare(connection, statements.quotedTable(), statements.quotedInsertColumns())
        .map(load -> (on, rows) -> loadObserved(operation, load, on, rows));
  }

  private long load(
      BulkLoader.TableLoad bulk, SqlTemplate template, Connection connection, List<M> entities)
      throws SQLException {
    return database
        .batches()
        .orEachInSavepoint(
            loading -> bulk.load(loading, rows(entities)),
            template,
            connection,
            entities,
            mapping::writeInsert);
  }

  private long loadObserved(
      String operation,
      BulkLoader.TableLoad load,
      Connection connection,
      Iterator<BulkLoader.Row> rows)
      throws SQLException {
    Observation observation =
        database.observations().loadStatement(operation, mapping.table().getName());
    try {
      long loaded = load.load(connection, rows);
      if (observation != null) {
        observation.count(loaded);
        observation.succeeded();
      }
      return loaded;
    } catch (SQLException e) {
      throw observation == null ? e : Failure.of(e).observedBy(observation).asException();
    } catch (RuntimeException e) {
      if (observation != null) {
        observation.failed(e);
      }
      throw e;
    }
  }

  private Iterator<BulkLoader.Row> rows(List<M> entities) {
    return entities.stream()
        .<BulkLoader.Row>map(entity -> writer -> mapping.writeInsert(entity, writer))
        .iterator();
  }
}
