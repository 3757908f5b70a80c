package dev.taskstore;

import dev.taskstore.db.Transaction;

/**
 * An active transaction on users, tasks and tags. Must not be used outside its block or from other
 * threads.
 *
 * <p>After a statement has failed, every further call in the block throws {@link
 * dev.taskstore.db.exception.RollbackOnlyException}, on every dialect. Run statements that may fail
 * in a nested transaction.
 */
public final class TaskTransaction extends TaskSession {

  TaskTransaction(Transaction transaction) {
    super(transaction);
  }
}
