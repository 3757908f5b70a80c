package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions, again after transient failures. Thread-safe. */
public final class TransactionRunner {

  /** Work in a transaction. */
  @FunctionalInterface
  public interface ScopedWork<T extends @Nullable Object, E extends Exception> {
    /** Runs the work. */
    T run(TransactionScope scope) throws E;
  }

  private final TransactionManager transactions;
  private final RetryPolicy policy;
  private final Observations observations;

  public TransactionRunner(
      TransactionManager transactions, RetryPolicy policy, Observations observations) {
    this.transactions = transactions;
    this.policy = policy;
    this.observations = observations;
  }

  /**
   * Runs work in a new transaction with retries, or in a savepoint of the active transaction.
   *
   * @param sessionActor who changes rows if no transaction names an actor, or null
   */
  public <T extends @Nullable Object, E extends Exception> T execute(
      TransactionOptions options, @Nullable String sessionActor, ScopedWork<T, E> work) throws E {
    if (!options.isRetryable() || transactions.current() != null) {
      return run(transactions.begin(options, sessionActor, 1), work);
    }
    long startedAt = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      TransactionScope scope = null;
      try {
        scope = transactions.begin(options, sessionActor, attempt);
        return run(scope, work);
      } catch (TransientFailureException e) {
        if (scope != null && !scope.mayRunAgain()) {
          throw e;
        }
        waitOrGiveUp(attempt, startedAt, e);
        if (scope != null) {
          scope.retrying(e);
        }
      }
    }
  }

  private <T extends @Nullable Object, E extends Exception> T run(
      TransactionScope scope, ScopedWork<T, E> work) throws E {
    T result;
    try {
      result = work.run(scope);
    } catch (Throwable failure) {
      transactions.rollback(scope, failure);
      throw failure;
    }
    transactions.commit(scope);
    return result;
  }

  /**
   * Runs work that manages its own connection, and retries it after transient failures, unless the
   * connection may be part of the application's transaction.
   */
  public <T extends @Nullable Object> T retrying(Supplier<T> work) {
    if (transactions.joinsApplicationTransactions()) {
      return work.get();
    }
    long startedAt = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (TransientFailureException e) {
        waitOrGiveUp(attempt, startedAt, e);
      }
    }
  }

  private void waitOrGiveUp(int attempt, long startedAt, TransientFailureException failure) {
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
