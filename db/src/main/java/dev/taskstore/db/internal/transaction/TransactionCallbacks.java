package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks of an outermost transaction and of its nested transactions, in the order of their
 * registration. Used by one thread.
 */
final class TransactionCallbacks {

  private static final class Registration {
    final TransactionListener callback;
    boolean rolledBack;

    Registration(TransactionListener callback) {
      this.callback = callback;
    }
  }

  private final List<Registration> registrations = new ArrayList<>();
  private @Nullable Throwable failure;

  int size() {
    return registrations.size();
  }

  void add(TransactionListener callback) {
    registrations.add(new Registration(callback));
  }

  /**
   * Marks the callbacks from an index on as callbacks of a nested transaction that was rolled back.
   */
  void rollBackFrom(int first) {
    registrations
        .subList(first, registrations.size())
        .forEach(registration -> registration.rolledBack = true);
  }

  /** Runs the callbacks, and returns the first exception, in which the others are suppressed. */
  @Nullable Throwable ended(TransactionOutcome outcome) {
    for (Registration registration : registrations) {
      TransactionOutcome own = registration.rolledBack ? TransactionOutcome.ROLLED_BACK : outcome;
      run(registration, callback -> callback.ended(own));
    }
    return failure;
  }

  /** Runs the callbacks like {@link #ended}, before a retry of the transaction. */
  @Nullable Throwable retrying(TransientFailureException conflict) {
    for (Registration registration : registrations) {
      run(registration, callback -> callback.retrying(conflict));
    }
    return failure;
  }

  private void run(Registration registration, Consumer<TransactionListener> event) {
    try {
      event.accept(registration.callback);
    } catch (Throwable thrown) {
      if (failure == null) {
        failure = thrown;
      } else if (failure != thrown) {
        failure.addSuppressed(thrown);
      }
    }
  }

  /** Returns whether a callback has failed, which ends the retries. */
  boolean hasFailed() {
    return failure != null;
  }

  static AfterCommitException afterCommit(Throwable thrown) {
    return new AfterCommitException(
        "The transaction is committed, but a callback failed after the commit. Do not run the"
            + " transaction again; handle the cause.",
        FailureContext.NONE,
        thrown);
  }
}
