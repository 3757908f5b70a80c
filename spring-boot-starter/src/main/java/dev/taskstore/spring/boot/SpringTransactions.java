package dev.taskstore.spring.boot;

import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.TransactionOutcome;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of the application's transaction manager, which the database joins. */
record SpringTransactions(DataSource dataSource) implements ApplicationTransactions {

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
