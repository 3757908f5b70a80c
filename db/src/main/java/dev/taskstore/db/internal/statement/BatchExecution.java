package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.value.ElementBinder;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Runs a statement for many elements in batches. If a batch fails and does not identify the first
 * element that failed, it is rolled back and its statements run one by one, so that the first
 * failure is reported.
 */
public final class BatchExecution {

  private static final String SAVEPOINT = "taskstore_batch";

  private final Dialect dialect;
  private final TransactionManager transactions;
  private final FailureTranslator failures;

  public BatchExecution(
      Dialect dialect, TransactionManager transactions, FailureTranslator failures) {
    this.dialect = dialect;
    this.transactions = transactions;
    this.failures = failures;
  }

  /**
   * Runs a statement for each element in batches, and returns how many rows each changed, in the
   * given order. It must be the first work in the transaction's scope.
   *
   * <p>If a batch violates a constraint, the statements run one by one in the given order: the
   * violation may depend on the order.
   *
   * @param mayReorder whether the database may report the failure of a later element first
   */
  public <E> int[] execute(
      SqlTemplate template,
      Connection connection,
      WriteOrder<E> order,
      ElementBinder<E> binder,
      boolean mayReorder)
      throws SQLException {
    try {
      return order.inGivenOrder(template.executeBatch(connection, order.written(), binder));
    } catch (SQLException e) {
      boolean names = order.isGiven() && !mayReorder && dialect.constraintInspector().isEmpty();
      Failure failure = Failure.of(e);
      if (names || !isViolation(failure)) {
        throw failure.asException();
      }
      transactions.restart(Objects.requireNonNull(transactions.current(), "a transaction"));
      return each(failure, template, connection, order.given(), binder);
    }
  }

  /** Runs a statement for each element in the given order, and returns how many rows changed. */
  public <E> int total(
      SqlTemplate template, Connection connection, List<E> elements, ElementBinder<E> binder)
      throws SQLException {
    return IntStream.of(execute(template, connection, WriteOrder.given(elements), binder, false))
        .sum();
  }

  /**
   * Runs a batch. If it violates a constraint, restarts the scope and runs the statement for each
   * element. This requires no savepoint, for which a database may copy all data that the batch
   * changes.
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
      Failure failure = Failure.of(e);
      if (isViolation(failure)) {
        transactions.restart(Objects.requireNonNull(transactions.current(), "a transaction"));
        each(failure, template, connection, elements, binder);
      }
      throw failure.asException();
    }
  }

  /**
   * Runs inserts into a table after other work in the same scope. The elements must fit into one
   * batch.
   */
  public <E> int[] executeAfterOthers(
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder,
      String table)
      throws SQLException {
    SqlWork<int[]> batch = batching -> template.executeBatch(batching, elements, binder);
    OptionalLong before = dialect.statementTraits().changedRows(connection, table);
    if (before.isEmpty()) {
      return orEachInSavepoint(batch, template, connection, elements, binder);
    }
    try {
      return batch.run(connection);
    } catch (SQLException e) {
      Failure failure = Failure.of(e);
      if (isViolation(failure)) {
        long after =
            dialect.statementTraits().changedRows(connection, table).orElse(before.getAsLong());
        failure.atRow((int) (after - before.getAsLong()));
      }
      throw failure.asException();
    }
  }

  /** Runs a batch like {@link #orEach}, but keeps earlier work in the same scope. */
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
      Failure failure = Failure.of(e);
      if (isViolation(failure)) {
        control.rollbackTo(connection, SAVEPOINT);
        each(failure, template, connection, elements, binder);
      }
      throw failure.asException();
    }
  }

  /** Runs the statement for each element after a batch has failed, to find the first failure. */
  private <E> int[] each(
      Failure batch,
      SqlTemplate template,
      Connection connection,
      List<E> elements,
      ElementBinder<E> binder)
      throws SQLException {
    try {
      int[] changed = template.executeEach(connection, elements, binder);
      failures.translate(batch);
      return changed;
    } catch (SQLException e) {
      throw Failure.of(e).after(batch).asException();
    }
  }

  private boolean isViolation(Failure failure) {
    return failures.kind(failure).isViolation();
  }
}
