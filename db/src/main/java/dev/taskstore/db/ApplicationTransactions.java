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
   * Registers a callback for the end of the application's transaction on the calling thread.
   *
   * <p>The callback must run once, after the commit or the rollback, and on the same thread. It
   * should run after the data source has stopped returning the transaction's connection: calls on
   * the database inside the callback then start transactions of their own. The callback runs all
   * callbacks of the library's transaction. If one of these fails, it throws after all have run: an
   * {@link AfterCommitException} after a commit, otherwise a {@link DatabaseException}.
   *
   * @param callback the callback, which receives the outcome of the application's transaction
   * @throws RuntimeException if the thread has no transaction whose end can be observed; the caller
   *     of {@link Transaction#afterCommit} receives this exception
   */
  void afterCompletion(Consumer<? super TransactionOutcome> callback);
}
