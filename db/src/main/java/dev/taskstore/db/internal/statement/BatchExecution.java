package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.failure.RowFailure;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.value.ElementBinder;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs a statement for many elements at once. A batch that may hide which element failed first is
 * undone then, and run again element by element, so that the first failure is reported.
 */
public final class BatchExecution {

  private static final Set<FailureKind> VIOLATIONS =
      EnumSet.of(
          FailureKind.UNIQUE, FailureKind.FOREIGN_KEY, FailureKind.NOT_NULL, FailureKind.CHECK);

  private static final String SAVEPOINT = "taskstore_batch";

  private final Dialect dialect;
  private final TransactionManager transactions;

  public BatchExecution(Dialect dialect, TransactionManager transactions) {
    this.dialect = dialect;
    this.transactions = transactions;
  }

  /**
   * Runs a statement for each element in batches, and tells how many rows each changed. Nothing
   * else may have been done in the transaction's scope.
   *
   * @param mayReorder whether the database may find a later element's failure first
   */
  public <E> int[] execute(
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder,
      boolean mayReorder)
      throws SQLException {
    SqlWork<int[]> batch = batching -> template.executeBatch(batching, elements, binder);
    return mayReorder || dialect.constraintInspector().isPresent()
        ? orEach(batch, template, connection, elements, binder)
        : batch.run(connection);
  }

  /**
   * Runs a batch, or else its scope from the beginning with the statement for each element. That
   * needs no savepoint, for which a database may copy whatever the batch changes.
   */
  public <E, T> T orEach(
      SqlWork<T> batch,
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder)
      throws SQLException {
    try {
      return batch.run(connection);
    } catch (SQLException e) {
      if (isViolation(e)) {
        transactions.restart(Objects.requireNonNull(transactions.current(), "a transaction"));
        template.executeEach(connection, elements, binder);
      }
      throw e;
    }
  }

  /**
   * Runs inserts into a table, a batch of at most as many as are sent together, after other work in
   * the same scope.
   */
  public <E> int[] executeAfterOthers(
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder,
      String table)
      throws SQLException {
    SqlWork<int[]> batch = batching -> template.executeBatch(batching, elements, binder);
    OptionalLong before = dialect.changedRows(connection, table);
    if (before.isEmpty()) {
      return orEachInSavepoint(batch, template, connection, elements, binder);
    }
    try {
      return batch.run(connection);
    } catch (SQLException e) {
      if (!isViolation(e)) {
        throw e;
      }
      long after = dialect.changedRows(connection, table).orElse(before.getAsLong());
      throw RowFailure.of(e, (int) (after - before.getAsLong()));
    }
  }

  /** As {@link #orEach}, after other work in the same scope, which is kept. */
  public <E, T> T orEachInSavepoint(
      SqlWork<T> batch,
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder)
      throws SQLException {
    TransactionControl control = dialect.transactions();
    control.savepoint(connection, SAVEPOINT);
    try {
      T result = batch.run(connection);
      control.release(connection, SAVEPOINT);
      return result;
    } catch (SQLException e) {
      if (isViolation(e)) {
        control.rollbackTo(connection, SAVEPOINT);
        template.executeEach(connection, elements, binder);
      }
      throw e;
    }
  }

  private boolean isViolation(SQLException failure) {
    return VIOLATIONS.contains(dialect.failures().classify(failure).kind());
  }
}
