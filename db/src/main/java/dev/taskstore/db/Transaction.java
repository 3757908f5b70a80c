package dev.taskstore.db;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.scope.RowScope;
import dev.taskstore.db.internal.transaction.TransactionListener;
import dev.taskstore.db.internal.transaction.TransactionScope;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An active transaction. Must not be used outside its block or from other threads.
 *
 * <p>After a statement has failed, every further call in the block throws {@link
 * RollbackOnlyException}, on every dialect. Run statements that may fail in a nested transaction.
 */
public final class Transaction extends Session {

  private final OpenDatabase database;
  private final TransactionScope scope;
  private final @Nullable RowScope rows;
  private @Nullable DSLContext dsl;

  Transaction(OpenDatabase database, TransactionScope scope, @Nullable RowScope rows) {
    this.database = database;
    this.scope = scope;
    this.rows = rows;
  }

  @Override
  OpenDatabase database() {
    scope.ensureUsable();
    if (rows != null) {
      rows.ensureOpen();
    }
    return database;
  }

  @Override
  @Nullable RowScope rowScope() {
    return rows;
  }

  @Override
  public DSLContext dsl() {
    scope.ensureUsable();
    if (rows != null) {
      throw rows.plainJooq();
    }
    DSLContext known = dsl;
    if (known == null) {
      known = database.dsl(scope);
      dsl = known;
    }
    return known;
  }

  /**
   * Refuses another preference: a transaction runs on the server on which it began.
   *
   * @throws IllegalStateException always
   */
  @Override
  public Session reading(ReadPreference preference) {
    throw new IllegalStateException(
        "A transaction runs on the server on which it began. Set readPreference(...) of its"
            + " options.");
  }

  /**
   * Returns whether the transaction is read-only.
   *
   * @return true if it was started read-only
   */
  public boolean isReadOnly() {
    return scope.isReadOnly();
  }

  /**
   * Registers a callback that runs after the transaction commits. If the transaction is rolled
   * back, the callback does not run.
   *
   * <p>The callbacks of a transaction run in the order of their registration, on the thread that
   * ran the block, before {@code transaction(...)} returns. At that time the transaction has ended
   * and its connection is closed: calls on the database start transactions of their own, and the
   * methods of this object throw {@link IllegalStateException}.
   *
   * <p>A callback belongs to the innermost transaction that is active at its registration. A
   * callback of a nested transaction runs after the commit of the outermost transaction. It does
   * not run if the nested transaction, the outermost one, or one between them is rolled back. If
   * the block is retried, the after-commit callbacks of the failed attempt do not run.
   *
   * <p>If a callback throws, the other callbacks still run and the transaction remains committed.
   * The caller receives an {@link AfterCommitException} instead of the result.
   *
   * @param callback the callback, which runs once after the commit
   * @throws IllegalStateException if the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException if the transaction is part of a transaction of the
   *     application, and the database was opened with {@link
   *     DatabaseOptions#joinApplicationTransactions()}
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
   * Registers a callback that runs after the transaction is rolled back. If the transaction
   * commits, the callback does not run. Time, order and thread are those of {@link #afterCommit}:
   * if only a nested transaction is rolled back, its callback runs after the end of the outermost
   * transaction.
   *
   * <p>If a callback throws, the other callbacks still run, but the block is not retried. The
   * caller receives the exception that caused the rollback; the exception of the callback is
   * suppressed in it.
   *
   * @param callback the callback, which runs once after the rollback
   * @throws IllegalStateException if the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException if the transaction is part of a transaction of the
   *     application, and the database was opened with {@link
   *     DatabaseOptions#joinApplicationTransactions()}
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
   * Registers a callback that runs after the transaction has ended, with any outcome. Time, order
   * and thread are those of {@link #afterCommit} and {@link #afterRollback}, and an exception of
   * the callback has the same effect. After a {@link CommitOutcomeUnknownException}, only the
   * callbacks of this method run.
   *
   * @param callback the callback, which receives the outcome once
   * @throws IllegalStateException if the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException if the transaction is part of a transaction of the
   *     application, and the database was opened with {@link
   *     DatabaseOptions#joinApplicationTransactions()}
   */
  public void afterCompletion(Consumer<? super TransactionOutcome> callback) {
    Objects.requireNonNull(callback, "callback");
    register(
        new TransactionListener() {
          @Override
          public void ended(TransactionOutcome outcome) {
            callback.accept(outcome);
          }
        });
  }

  /**
   * Registers a callback that runs before the outermost block is retried after a transient failure:
   * after the rollback, after the callbacks of {@link #afterRollback} and after the backoff of the
   * {@link RetryPolicy}. It runs once, for the attempt that registered it, even if its nested
   * transaction was rolled back earlier. Transactions of plain jOOQ and transactions that are part
   * of a transaction of the application are not retried.
   *
   * <p>If a callback throws, the other callbacks still run, but the block is not retried. The
   * caller receives the transient failure; the exception of the callback is suppressed in it.
   *
   * @param callback the callback, which receives the failure of the attempt
   * @throws IllegalStateException if the transaction has ended or belongs to another thread
   * @throws InvalidArgumentException if the transaction is part of a transaction of the
   *     application, and the database was opened with {@link
   *     DatabaseOptions#joinApplicationTransactions()}
   */
  public void beforeRetry(Consumer<? super TransientFailureException> callback) {
    Objects.requireNonNull(callback, "callback");
    register(
        new TransactionListener() {
          @Override
          public void retrying(TransientFailureException failure) {
            callback.accept(failure);
          }
        });
  }

  private void register(TransactionListener callback) {
    scope.ensureUsable();
    scope.register(callback);
  }
}
