package dev.taskstore.db;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.transaction.DatabaseListener;
import dev.taskstore.db.internal.transaction.TransactionScope;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A running transaction, of use only inside its block and by the thread that runs it.
 *
 * <p>Once a statement has failed, every further call throws {@link RollbackOnlyException} until the
 * block ends, on every dialect. What may fail goes into a nested transaction.
 */
public final class Transaction extends Session {

  private final OpenDatabase database;
  private final TransactionScope scope;

  Transaction(OpenDatabase database, TransactionScope scope) {
    this.database = database;
    this.scope = scope;
  }

  @Override
  OpenDatabase database() {
    scope.ensureUsable();
    return database;
  }

  /**
   * Tells whether the transaction only reads.
   *
   * @return true when it was begun read-only
   */
  public boolean isReadOnly() {
    return scope.isReadOnly();
  }

  /**
   * Registers a callback that runs after the transaction is committed, and not at all if it is
   * rolled back.
   *
   * <p>All callbacks of a transaction run in the order of their registration, in the thread that
   * ran the block, before {@code transaction(...)} returns. The transaction has ended and its
   * connection is closed: calls on the database begin a transaction of their own, and the calls of
   * this object throw {@link IllegalStateException}.
   *
   * <p>A callback belongs to the innermost transaction that runs when it is registered, as
   * statements do. That of a nested transaction runs after the commit of the outermost one, and not
   * at all if one of the two, or one between them, is rolled back. Those of a failed attempt do not
   * run when the block is run again.
   *
   * <p>If a callback throws, the others still run and the transaction stays committed. The caller
   * then gets an {@link AfterCommitException} in place of the result.
   *
   * @param callback runs once after the commit
   * @throws IllegalStateException when the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException when the transaction is part of the application's, and the
   *     database was opened with {@link DatabaseOptions#joinApplicationTransactions()}
   */
  public void afterCommit(Runnable callback) {
    Objects.requireNonNull(callback, "callback");
    afterCompletion(
        outcome -> {
          if (outcome == TransactionOutcome.COMMITTED) {
            callback.run();
          }
        });
  }

  /**
   * Registers a callback that runs after the transaction is rolled back, and not at all if it is
   * committed. It runs when and where those of {@link #afterCommit} run: that of a nested
   * transaction that is rolled back alone runs after the end of the outermost one.
   *
   * <p>If a callback throws, the others still run. The caller gets the exception that caused the
   * rollback; that of the callback is a suppressed one. The block is not run again then.
   *
   * @param callback runs once after the rollback
   * @throws IllegalStateException when the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException when the transaction is part of the application's, and the
   *     database was opened with {@link DatabaseOptions#joinApplicationTransactions()}
   */
  public void afterRollback(Runnable callback) {
    Objects.requireNonNull(callback, "callback");
    afterCompletion(
        outcome -> {
          if (outcome == TransactionOutcome.ROLLED_BACK) {
            callback.run();
          }
        });
  }

  /**
   * Registers a callback that runs after the transaction has ended, however it ended. It runs when
   * and where those of {@link #afterCommit} and {@link #afterRollback} run, and its exceptions have
   * the same effect. It is the only one that runs after a {@link CommitOutcomeUnknownException}.
   *
   * @param callback accepts the outcome, once
   * @throws IllegalStateException when the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException when the transaction is part of the application's, and the
   *     database was opened with {@link DatabaseOptions#joinApplicationTransactions()}
   */
  public void afterCompletion(Consumer<? super TransactionOutcome> callback) {
    Objects.requireNonNull(callback, "callback");
    register(
        new DatabaseListener() {
          @Override
          public void transactionEnded(TransactionOutcome outcome, long nanos) {
            callback.accept(outcome);
          }
        });
  }

  /**
   * Registers a callback that runs before the outermost block is run again after a transient
   * failure: after the rollback, after the callbacks of {@link #afterRollback} and after the wait
   * of the {@link RetryPolicy}. It runs once, for the attempt in which it was registered, even when
   * its nested transaction was rolled back before. Transactions of plain jOOQ and those that are
   * part of the application's are not run again.
   *
   * <p>If a callback throws, the others still run, but the block is not run again. The caller gets
   * the transient failure; the exception of the callback is a suppressed one.
   *
   * @param callback accepts the failure of the attempt
   * @throws IllegalStateException when the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException when the transaction is part of the application's, and the
   *     database was opened with {@link DatabaseOptions#joinApplicationTransactions()}
   */
  public void beforeRetry(Consumer<? super TransientFailureException> callback) {
    Objects.requireNonNull(callback, "callback");
    register(
        new DatabaseListener() {
          @Override
          public void retrying(int attempt, TransientFailureException failure) {
            callback.accept(failure);
          }
        });
  }

  private void register(DatabaseListener callback) {
    scope.ensureUsable();
    scope.register(callback);
  }
}
