package dev.taskstore.db;

import dev.taskstore.db.exception.CommitOutcomeUnknownException;

/** How a transaction ended, as its callbacks see it. */
public enum TransactionOutcome {

  /** The work is committed. */
  COMMITTED,

  /** The work is rolled back. */
  ROLLED_BACK,

  /**
   * The connection broke during the commit: the work is committed or rolled back. The caller gets a
   * {@link CommitOutcomeUnknownException}.
   */
  UNKNOWN
}
