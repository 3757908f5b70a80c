package dev.taskstore.db;

import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.transaction.TransactionScope;

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
}
