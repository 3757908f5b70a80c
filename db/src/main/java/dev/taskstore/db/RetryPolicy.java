package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.TransientFailureException;
import java.time.Duration;
import java.util.Objects;

/**
 * How often, and after which waits, a transaction is run again after a {@link
 * TransientFailureException}.
 *
 * <p>The wait before try n + 1 is drawn evenly from 0 to {@code initialBackoff * 2^(n-1)}, which is
 * at most {@code maximumBackoff}: "full jitter" as described by M. Brooker, "Exponential Backoff
 * And Jitter", AWS Architecture Blog, 2015.
 *
 * @param maximumAttempts how often a block is run at most, at least 1
 * @param initialBackoff the upper bound of the first wait
 * @param maximumBackoff the upper bound of every wait
 * @param maximumElapsed how long after the first attempt another one may begin at most
 */
public record RetryPolicy(
    int maximumAttempts,
    Duration initialBackoff,
    Duration maximumBackoff,
    Duration maximumElapsed) {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** Checks the bounds. */
  public RetryPolicy {
    Objects.requireNonNull(maximumElapsed, "maximumElapsed");
    Objects.requireNonNull(initialBackoff, "initialBackoff");
    Objects.requireNonNull(maximumBackoff, "maximumBackoff");
    if (maximumAttempts < 1
        || initialBackoff.isNegative()
        || maximumBackoff.isNegative()
        || maximumElapsed.isNegative()) {
      throw new InvalidArgumentException(
          "A retry policy needs at least 1 attempt and waits that are not negative.",
          FailureContext.NONE);
    }
  }

  /**
   * A policy whose last attempt begins at most 30 seconds after the first.
   *
   * @param maximumAttempts how often a block is run at most, at least 1
   * @param initialBackoff the upper bound of the first wait
   * @param maximumBackoff the upper bound of every wait
   */
  public RetryPolicy(int maximumAttempts, Duration initialBackoff, Duration maximumBackoff) {
    this(maximumAttempts, initialBackoff, maximumBackoff, HALF_A_MINUTE);
  }

  /**
   * The default: at most 100 attempts, waits up to 10 ms at first and 500 ms at most, so that a
   * block that keeps failing at once gives up after 24 seconds on average; no attempt begins later
   * than 30 seconds after the first. Where dozens of threads change one row in serializable
   * transactions, one attempt of five succeeds, and some callers need dozens.
   *
   * @return the default policy
   */
  public static RetryPolicy defaults() {
    return new RetryPolicy(100, Duration.ofMillis(10), Duration.ofMillis(500));
  }

  /**
   * A policy that never tries again.
   *
   * @return the policy
   */
  public static RetryPolicy none() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
  }

  /**
   * The upper bound of the wait after a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @return the bound
   */
  public Duration backoff(int attempt) {
    Duration half = maximumBackoff.dividedBy(2);
    Duration bound = initialBackoff;
    for (int i = 1; i < attempt && !bound.isZero(); i++) {
      if (bound.compareTo(half) > 0) {
        return maximumBackoff;
      }
      bound = bound.plus(bound);
    }
    return bound.compareTo(maximumBackoff) < 0 ? bound : maximumBackoff;
  }
}
