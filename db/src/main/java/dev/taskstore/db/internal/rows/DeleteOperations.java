package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.statement.KeyedStatements;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Deletes rows of a table by primary key. */
public final class DeleteOperations<M, K> {

  private final OpenDatabase database;
  private final KeyedTableMapping<M, ?, ?, K> mapping;
  private final TableStatements table;
  private final KeyedStatements statements;

  /** Creates the deletes of a table. */
  public DeleteOperations(
      OpenDatabase database, KeyedTableMapping<M, ?, ?, K> mapping, TableStatements table) {
    this.database = database;
    this.mapping = mapping;
    this.table = table;
    this.statements = table.keyed();
  }

  /** Deletes an entity if its row has the same version. */
  public void delete(M entity) {
    deleteVersion(mapping.key(Objects.requireNonNull(entity, "entity")), mapping.version(entity));
  }

  /** Deletes the row with a key if it has a version. */
  public void deleteVersion(K key, long version) {
    Objects.requireNonNull(key, "key");
    table.ensureMayChange();
    SqlTemplate template = statements.deleteVersion();
    int deleted =
        database.write(
            connection ->
                template.execute(
                    connection,
                    row -> {
                      mapping.writeKey(key, row);
                      if (mapping.versionColumn() != null) {
                        row.bigint(version);
                      }
                    }),
            stillReferenced(key));
    if (deleted == 0) {
      ensurePermitted(List.of(key));
      throw new KeyLookup<>(database, mapping, statements).staleOrMissing(key);
    }
  }

  /** Deletes the row with a key regardless of its version, and returns whether the row existed. */
  public boolean deleteByKey(K key) {
    Objects.requireNonNull(key, "key");
    table.ensureMayChange();
    SqlTemplate template = statements.delete();
    int deleted =
        database.writeApart(
            connection -> template.execute(connection, row -> mapping.writeKey(key, row)),
            stillReferenced(key));
    if (deleted == 0) {
      ensurePermitted(List.of(key));
    }
    return deleted == 1;
  }

  /**
   * Checks that rows which a delete did not find are not visible in the scope.
   *
   * @throws dev.taskstore.db.exception.ScopeViolationException when one of them is
   */
  private void ensurePermitted(Collection<? extends K> keys) {
    RuntimeException refusal =
        KeyRefusals.of(database, mapping, table.rules(), RowPermission.DELETE, keys);
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Deletes rows by primary key and returns the number of deleted rows. */
  public int deleteAll(Collection<? extends K> keys) {
    if (keys.isEmpty()) {
      return 0;
    }
    List<StoredKey> stored =
        StoredKey.of(mapping, keys).stream()
            .distinct()
            .sorted(Comparator.comparing(StoredKey::values, RowOrder.STORED))
            .toList();
    table.ensureMayChange();
    SqlWork<Integer> delete =
        stored.size() < 2 || !RowOrder.isRequired(database.dialect())
            ? deletePieces(stored)
            : deleteInOrder(stored);
    return database.writeAtomically(
        connection -> {
          int deleted = delete.run(connection);
          if (deleted < stored.size()) {
            ensurePermitted(keys);
          }
          return deleted;
        },
        stillReferenced(stored));
  }

  private KeyListOperations<M> list() {
    return new KeyListOperations<>(database, mapping, table, mapping.keyColumns());
  }

  private SqlWork<Integer> deletePieces(List<StoredKey> keys) {
    KeyListOperations<M> list = list();
    return connection -> list.delete(connection, keys);
  }

  /** Locks the rows in the order of their keys before it deletes them. */
  private SqlWork<Integer> deleteInOrder(List<StoredKey> keys) {
    SqlWork<Integer> each = deleteEach(keys);
    if (!database.dialect().statementTraits().locksRowsInOrder()) {
      return each;
    }
    KeyListOperations<M> list = list();
    return connection -> {
      try {
        list.lock(connection, keys);
      } catch (SQLException e) {
        Failure failure = Failure.of(e);
        if (database.failures().kind(failure) != FailureKind.PERMISSION) {
          throw failure.asException();
        }
        database.failures().translate(failure);
        // A lock needs the privilege UPDATE, which a role that deletes may lack.
        TransactionManager transactions = database.transactions();
        transactions.restart(Objects.requireNonNull(transactions.current(), "a transaction"));
        return each.run(connection);
      }
      return list.delete(connection, keys);
    };
  }

  /** The plan of one statement with many keys may lock the rows in any order. */
  private SqlWork<Integer> deleteEach(List<StoredKey> keys) {
    SqlTemplate template = statements.delete();
    return connection ->
        database
            .batches()
            .total(
                template,
                connection,
                keys,
                (key, row) -> template.storedArguments(key.values().toArray()).bind(row));
  }

  private ViolationProbe.Search stillReferenced(K key) {
    return probe ->
        probe.remainingChild(mapping.table(), List.of(StoredKey.of(mapping, key).values()));
  }

  private ViolationProbe.Search stillReferenced(List<StoredKey> keys) {
    return probe ->
        probe.remainingChild(mapping.table(), keys.stream().map(StoredKey::values).toList());
  }
}
