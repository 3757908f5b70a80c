package dev.taskstore.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.SmartTransactionObject;

/** The view of one transaction status on the transaction that is bound to the thread. */
final class JoinableTransaction implements SmartTransactionObject, SavepointManager {

  private @Nullable BoundTransaction bound;

  JoinableTransaction(@Nullable BoundTransaction bound) {
    this.bound = bound;
  }

  @Nullable BoundTransaction bound() {
    return bound;
  }

  BoundTransaction required() {
    if (bound == null) {
      throw new IllegalStateException("There is no active transaction.");
    }
    return bound;
  }

  void bind(@Nullable BoundTransaction transaction) {
    bound = transaction;
  }

  @Override
  public boolean isRollbackOnly() {
    return bound != null && bound.isRollbackOnly();
  }

  @Override
  public Object createSavepoint() {
    return required().createSavepoint();
  }

  @Override
  public void rollbackToSavepoint(Object savepoint) {
    required().rollbackTo(savepoint);
  }

  @Override
  public void releaseSavepoint(Object savepoint) {
    required().release(savepoint);
  }
}
