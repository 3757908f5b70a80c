package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.TransientFailureException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.ExecuteListenerProvider;

/** The listeners of an open database, in the order of their registration. Thread-safe. */
public final class DatabaseListeners implements DatabaseListener {

  /** An array: a loop over it allocates nothing. */
  private final DatabaseListener[] listeners;

  public DatabaseListeners(List<DatabaseListener> listeners) {
    this.listeners = listeners.toArray(DatabaseListener[]::new);
  }

  boolean isEmpty() {
    return listeners.length == 0;
  }

  @Override
  public void transactionBegan(TransactionOptions options) {
    for (DatabaseListener listener : listeners) {
      listener.transactionBegan(options);
    }
  }

  @Override
  public void transactionEnded(TransactionOutcome outcome, long nanos) {
    for (DatabaseListener listener : listeners) {
      listener.transactionEnded(outcome, nanos);
    }
  }

  @Override
  public void retrying(int attempt, TransientFailureException failure) {
    for (DatabaseListener listener : listeners) {
      listener.retrying(attempt, failure);
    }
  }

  @Override
  public void connectionAcquired(long nanos) {
    for (DatabaseListener listener : listeners) {
      listener.connectionAcquired(nanos);
    }
  }

  @Override
  public void connectionReleased(long nanos) {
    for (DatabaseListener listener : listeners) {
      listener.connectionReleased(nanos);
    }
  }

  @Override
  public List<ExecuteListenerProvider> executeListeners() {
    return Stream.of(listeners).flatMap(listener -> listener.executeListeners().stream()).toList();
  }
}
