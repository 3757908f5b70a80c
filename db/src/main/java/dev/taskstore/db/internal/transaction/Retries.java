package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pauses between the attempts of a policy. Thread-safe. */
final class Retries {

  private final RetryPolicy policy;
  private final Observations observations;

  Retries(RetryPolicy policy, Observations observations) {
    this.policy = policy;
    this.observations = observations;
  }

  /**
   * Waits for the next attempt, or throws the failure if the policy permits none or the thread is
   * interrupted.
   *
   * @param attempt the number of the failed attempt, from 1
   * @param startedAt the value of {@link System#nanoTime} at the first attempt
   */
  void waitOrGiveUp(int attempt, long startedAt, TransientFailureException failure) {
    if (attempt >= policy.maximumAttempts()) {
      throw failure;
    }
    long bound = policy.backoff(attempt).toNanos();
    long nanos = bound == 0 ? 0 : ThreadLocalRandom.current().nextLong(bound);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt + nanos);
    if (elapsed.compareTo(policy.maximumElapsed()) > 0) {
      throw failure;
    }
    Observation observation = observations.retry(attempt);
    try {
      Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    } finally {
      if (observation != null) {
        observation.failed(failure);
      }
    }
  }
}
