package dev.taskstore.db;

import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.transaction.TransactionScope;

/**
 * A running transaction, of use only inside its block and by the thread that runs it.
 *
 * <p>Once a statement has failed, every further call throws {@link RollbackOnlyException} until the
 * block ends, on every dialect. What may fail goes into a nested transaction.
 */
public final class Transaction extends Session {

  private final Engine engine;
  private final TransactionScope scope;

  Transaction(Engine engine, TransactionScope scope) {
    this.engine = engine;
    this.scope = scope;
  }

  @Override
  Engine engine() {
    scope.ensureUsable();
    return engine;
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
