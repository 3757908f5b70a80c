package dev.taskstore.dialect.tck.tasks;

import dev.taskstore.db.Transaction;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.TransientFailureException;
import java.util.function.Consumer;

/**
 * An active transaction on users, tasks and tags. Must not be used outside its block or from other
 * threads.
 */
public final class TaskTransaction extends TaskSession {

  private final Transaction transaction;

  TaskTransaction(Transaction transaction) {
    super(transaction);
    this.transaction = transaction;
  }

  /**
   * Registers a callback as {@link Transaction#afterCommit} does.
   *
   * @param callback runs once after the commit
   */
  public void afterCommit(Runnable callback) {
    transaction.afterCommit(callback);
  }

  /**
   * Registers a callback as {@link Transaction#afterRollback} does.
   *
   * @param callback runs once after the rollback
   */
  public void afterRollback(Runnable callback) {
    transaction.afterRollback(callback);
  }

  /**
   * Registers a callback as {@link Transaction#afterCompletion} does.
   *
   * @param callback accepts the outcome, once
   */
  public void afterCompletion(Consumer<? super TransactionOutcome> callback) {
    transaction.afterCompletion(callback);
  }

  /**
   * Registers a callback as {@link Transaction#beforeRetry} does.
   *
   * @param callback accepts the failure of the attempt
   */
  public void beforeRetry(Consumer<? super TransientFailureException> callback) {
    transaction.beforeRetry(callback);
  }
}
