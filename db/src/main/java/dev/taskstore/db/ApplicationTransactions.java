package dev.taskstore.db;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.DatabaseException;
import java.util.function.Consumer;

/**
 * Reports the end of the application's transactions, for {@link
 * DatabaseOptions#joinApplicationTransactions(ApplicationTransactions)}. Frameworks implement it:
 * with Spring, {@code afterCompletion} registers a {@code TransactionSynchronization}. Thread-safe.
 */
@FunctionalInterface
public interface ApplicationTransactions {

  /**
   * Registers a callback for the end of the application's transaction in which the calling thread
   * is.
   *
   * <p>The callback must run once, after the commit or the rollback, and in the same thread. It
   * should run after the data source has stopped returning the transaction's connection: calls on
   * the database inside the callback then begin a transaction of their own. If one of the
   * transaction's callbacks fails, it throws after all of them have run: an {@link
   * AfterCommitException} after a commit, otherwise a {@link DatabaseException}.
   *
   * @param callback accepts the outcome of the application's transaction
   * @throws RuntimeException when the thread has no transaction that can be observed; the caller of
   *     {@link Transaction#afterCommit} gets this exception
   */
  void afterCompletion(Consumer<? super TransactionOutcome> callback);
}
