package dev.taskstore.db.internal.rows;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.BulkStatements;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Updates and deletes all rows of a table that satisfy a condition, with one statement. */
public final class BulkOperations<M, C extends Changes<C>, K> {

  /** The number of rows that are checked at a time. */
  private static final int CHECKED_ROWS = 500;

  private final OpenDatabase database;
  private final KeyedTableMapping<M, ?, C, K> mapping;
  private final TableStatements table;
  private final BulkStatements statements;
  private final @Nullable WriteRules rules;

  /** Creates the bulk operations of a table. */
  public BulkOperations(
      OpenDatabase database, KeyedTableMapping<M, ?, C, K> mapping, TableStatements table) {
    this.database = database;
    this.mapping = mapping;
    this.table = table;
    this.statements = table.bulk();
    this.rules = table.rules();
  }

  /** Deletes the rows that satisfy a condition, and returns their number. */
  public int delete(Condition condition) {
    table.ensureMayChange();
    database.ensureMayWrite();
    DeleteOperations<M, K> single = new DeleteOperations<>(database, mapping, table);
    return run(
        condition,
        statements.delete(condition),
        refusing(condition, RowPermission.DELETE),
        single::deleteByKey);
  }

  /** Writes some columns of the rows that satisfy a condition, and returns their number. */
  public int update(Condition condition, C changes, Instant now) {
    if (changes.values().isEmpty()) {
      return 0;
    }
    table.ensureMayChange();
    database.ensureMayWrite();
    UpdateOperations<M, C, K> single = new UpdateOperations<>(database, mapping, table);
    return run(
        condition,
        statements.update(condition, changes.values(), now),
        checking(condition, changes),
        key -> single.change(key, changes, null, now));
  }

  /** Checks that run on the connection of a statement, before it. */
  @FunctionalInterface
  private interface Check {
    void on(Connection connection) throws SQLException;
  }

  private int run(
      Condition condition, BoundStatement bound, @Nullable Check check, Consumer<K> single) {
    SqlWork<Integer> write =
        connection -> {
          if (check != null) {
            check.on(connection);
          }
          return bound.template().execute(connection, bound.binder());
        };
    try {
      return check == null
          ? database.writeApart(write, OpenDatabase.NO_SEARCH)
          : database.writeAtomically(write, OpenDatabase.NO_SEARCH);
    } catch (ConstraintViolationException | RowSecurityException e) {
      throw firstFailure(condition, single, e);
    }
  }

  /**
   * Returns the failure of the first row in the order of the primary keys. A statement writes the
   * rows in the order of its plan, so that the row whose violation it reports depends on the
   * database.
   *
   * @param failure the failure of the statement, whose changes were rolled back
   */
  private RuntimeException firstFailure(
      Condition condition, Consumer<K> single, RuntimeException failure) {
    try {
      throw database.<RuntimeException, RuntimeException>execute(
          TransactionOptions.defaults(),
          scope -> {
            keys(condition).forEach(single);
            throw failure; // Other transactions removed the cause meanwhile.
          });
    } catch (ConstraintViolationException | RowSecurityException e) {
      return e;
    } catch (EntityNotFoundException e) {
      return failure;
    }
  }

  private List<K> keys(Condition condition) {
    BoundStatement bound = statements.select(condition);
    return database.read(
        connection ->
            bound
                .template()
                .fetch(connection, bound.binder(), row -> mapping.key(mapping.read(row))));
  }

  /** Returns the check that all visible rows of a condition permit a write; null if they all do. */
  private @Nullable Check refusing(Condition condition, RowPermission permission) {
    RuntimeException refusal = rules == null ? null : rules.refusal(permission);
    if (refusal == null) {
      return null;
    }
    BoundStatement bound = statements.refused(condition, permission);
    return connection -> {
      if (!bound.template().fetch(connection, bound.binder(), row -> true).isEmpty()) {
        throw refusal;
      }
    };
  }

  private @Nullable Check checking(Condition condition, C changes) {
    Check permitted = refusing(condition, RowPermission.UPDATE);
    WriteRules own = rules;
    if (own == null || !own.dependOn(changes.values().keySet())) {
      return permitted;
    }
    BoundStatement bound = statements.select(condition);
    return connection -> {
      if (permitted != null) {
        permitted.on(connection);
      }
      checkValues(connection, bound, new ScopeChecks<>(own, mapping), changes);
    };
  }

  private void checkValues(
      Connection connection, BoundStatement bound, ScopeChecks<M> checks, C changes)
      throws SQLException {
    Map<TableField<?, ?>, @Nullable Object> stored = UpdateOperations.stored(changes);
    List<M> rows = bound.template().fetch(connection, bound.binder(), mapping::read);
    for (int from = 0; from < rows.size(); from += CHECKED_ROWS) {
      checks.changes(
          connection, rows.subList(from, Math.min(from + CHECKED_ROWS, rows.size())), stored);
    }
  }
}
