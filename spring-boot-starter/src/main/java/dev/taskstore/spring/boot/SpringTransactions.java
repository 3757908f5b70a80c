package dev.taskstore.spring.boot;

import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.managed.ManagedApplicationTransactions;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of the application's transaction manager, which the database joins. */
record SpringTransactions(DataSource dataSource) implements ManagedApplicationTransactions {

  private @Nullable ConnectionHolder connections() {
    return (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource);
  }

  @Override
  public boolean isActive() {
    return TransactionSynchronizationManager.isActualTransactionActive() && connections() != null;
  }

  @Override
  public boolean isReadOnly() {
    return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }

  @Override
  public boolean isRollbackOnly() {
    ConnectionHolder connections = connections();
    return connections != null && connections.isRollbackOnly();
  }

  /**
   * Not every transaction manager reads the mark of the connection at the commit. The rollback to a
   * savepoint removes the mark.
   */
  @Override
  public void setRollbackOnly() {
    ConnectionHolder connections = connections();
    if (connections == null || connections.isRollbackOnly()) {
      return;
    }
    connections.setRollbackOnly();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
              if (connections.isRollbackOnly()) {
                throw new UnexpectedRollbackException(
                    "A statement of the transaction has failed, so that it was rolled back.");
              }
            }
          });
    }
  }

  @Override
  public void afterCompletion(Consumer<? super TransactionOutcome> callback) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            run(callback, outcome(status));
          }
        });
  }

  private static TransactionOutcome outcome(int status) {
    return switch (status) {
      case TransactionSynchronization.STATUS_COMMITTED -> TransactionOutcome.COMMITTED;
      case TransactionSynchronization.STATUS_ROLLED_BACK -> TransactionOutcome.ROLLED_BACK;
      default -> TransactionOutcome.UNKNOWN;
    };
  }

  /** The ended transaction is still bound: a write on its connection would never be committed. */
  private void run(Consumer<? super TransactionOutcome> callback, TransactionOutcome outcome) {
    Object ended = TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
    try {
      callback.accept(outcome);
    } finally {
      if (ended != null) {
        TransactionSynchronizationManager.bindResource(dataSource, ended);
      }
    }
  }
}
