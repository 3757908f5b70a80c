package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import java.time.Duration;

/** The time in which the statements of a transaction may run. */
final class Deadline {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Duration timeout;
  private final long startedAt = System.nanoTime();

  private Deadline(Duration timeout) {
    this.timeout = timeout;
  }

  static Deadline after(Duration timeout) {
    return new Deadline(timeout);
  }

  private Duration left() {
    return timeout.minusNanos(System.nanoTime() - startedAt);
  }

  /** Returns a timeout of a statement that ends with the deadline, at the latest. */
  Duration limit(Duration queryTimeout) {
    Duration left = left();
    if (left.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return queryTimeout.isZero() || left.compareTo(queryTimeout) < 0 ? left : queryTimeout;
  }

  void ensureNotReached() {
    if (left().compareTo(Duration.ZERO) <= 0) {
      throw new DatabaseTimeoutException(
          "The transaction exceeded its timeout of "
              + timeout
              + ". It can only be rolled back. Run it again, with fewer statements or a longer"
              + " timeout.",
          FailureContext.NONE,
          null);
    }
  }
}
