package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.TransientFailureException;
import java.time.Duration;
import java.util.Objects;

/**
 * The number of attempts and the backoff of transactions that fail with a {@link
 * TransientFailureException}.
 *
 * <p>The wait before attempt n + 1 is a uniformly distributed random time between 0 and {@code
 * initialBackoff * 2^(n-1)}, or between 0 and {@code maximumBackoff} if that is less: "full jitter"
 * as described by M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param maximumAttempts the maximum number of attempts, at least 1
 * @param initialBackoff the upper bound of the first wait
 * @param maximumBackoff the upper bound of every wait
 * @param maximumElapsed the maximum time between the start of the first attempt and the start of
 *     another one
 */
public record RetryPolicy(
    int maximumAttempts,
    Duration initialBackoff,
    Duration maximumBackoff,
    Duration maximumElapsed) {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** Validates the bounds. */
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
   * Creates a policy whose last attempt starts at most 30 seconds after the first.
   *
   * @param maximumAttempts the maximum number of attempts, at least 1
   * @param initialBackoff the upper bound of the first wait
   * @param maximumBackoff the upper bound of every wait
   */
  public RetryPolicy(int maximumAttempts, Duration initialBackoff, Duration maximumBackoff) {
    this(maximumAttempts, initialBackoff, maximumBackoff, HALF_A_MINUTE);
  }

  /**
   * Returns the default policy: at most 100 attempts, with a wait of up to 10 ms after the first
   * one and up to 500 ms later. A block whose attempts all fail immediately gives up after 24
   * seconds on average. No attempt starts more than 30 seconds after the first. When dozens of
   * threads update one row in serializable transactions, one attempt in five succeeds, and some
   * callers need dozens of attempts.
   *
   * @return the default policy
   */
  public static RetryPolicy defaults() {
    return new RetryPolicy(100, Duration.ofMillis(10), Duration.ofMillis(500));
  }

  /**
   * Returns a policy without retries.
   *
   * @return the policy
   */
  public static RetryPolicy none() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
  }

  /**
   * Returns the upper bound of the wait after a failed attempt.
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
