package dev.taskstore;

import dev.taskstore.db.Transaction;

/**
 * A running transaction over users, tasks and tags, of use only inside its block and by the thread
 * that runs it.
 *
 * <p>Once a statement has failed, every further call throws {@link
 * dev.taskstore.db.exception.RollbackOnlyException} until the block ends, on every dialect. What
 * may fail goes into a nested transaction.
 */
public final class TaskTransaction extends TaskSession {

  TaskTransaction(Transaction transaction) {
    super(transaction);
  }
}
