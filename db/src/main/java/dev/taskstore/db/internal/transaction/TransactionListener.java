package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.TransientFailureException;

/**
 * Listens to one transaction. All methods do nothing by default and may throw. Used by one thread.
 */
public interface TransactionListener {

  /** The outermost transaction has ended, and its connection is closed. */
  default void ended(TransactionOutcome outcome) {}

  /** The transaction is about to be retried. */
  default void retrying(TransientFailureException failure) {}
}
