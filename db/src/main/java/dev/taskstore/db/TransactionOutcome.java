package dev.taskstore.db;

import dev.taskstore.db.exception.CommitOutcomeUnknownException;

/** The outcome of a transaction, as its callbacks receive it. */
public enum TransactionOutcome {

  /** The transaction was committed. */
  COMMITTED,

  /** The transaction was rolled back. */
  ROLLED_BACK,

  /**
   * The connection was lost during the commit: the transaction was either committed or rolled back.
   * The caller receives a {@link CommitOutcomeUnknownException}.
   */
  UNKNOWN
}
