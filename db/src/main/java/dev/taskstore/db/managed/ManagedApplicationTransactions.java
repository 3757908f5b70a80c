package dev.taskstore.db.managed;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;

/**
 * The application's transactions, of a framework that can make them rollback-only. Calls of a
 * database that joins them behave as in a transaction of the library:
 *
 * <ul>
 *   <li>A single statement has no savepoint, which saves two round trips. A failed statement makes
 *       the application's transaction rollback-only, and later calls throw {@link
 *       RollbackOnlyException}, on every dialect.
 *   <li>A write in a read-only transaction throws {@link ReadOnlyTransactionException}.
 * </ul>
 *
 * <p>Thread-safe; each method is about the transaction of the calling thread.
 */
public interface ManagedApplicationTransactions extends ApplicationTransactions {

  /**
   * Returns whether the calling thread has an active transaction on the data source.
   *
   * @return whether a transaction is active
   */
  boolean isActive();

  /**
   * Returns whether the active transaction is read-only.
   *
   * @return whether writes are to be rejected
   */
  boolean isReadOnly();

  /**
   * Returns whether the active transaction can only be rolled back.
   *
   * @return whether it is rollback-only
   */
  boolean isRollbackOnly();

  /** Makes the active transaction rollback-only: its commit rolls back and throws an exception. */
  void setRollbackOnly();
}
