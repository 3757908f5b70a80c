package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Capability;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another thread that runs work while the test's transaction is active. If the database has
 * concurrent writers, the work is complete when the test continues. If it has a single writer, a
 * rival that writes waits until the test's transaction ends. Not thread-safe.
 */
public final class Rival {

  private final DialectFixture tck;
  private final Runnable work;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private @Nullable Thread thread;

  private Rival(DialectFixture tck, Runnable work) {
    this.tck = tck;
    this.work = work;
  }

  /**
   * Creates a rival that has not acted yet.
   *
   * @param tck the fixture of the dialect
   * @param work the work; its exceptions are thrown by {@link #join()}
   * @return the rival
   */
  public static Rival that(DialectFixture tck, Runnable work) {
    return new Rival(tck, work);
  }

  /**
   * Starts the rival's work. A second call does nothing, so that the work runs once even if the
   * test's transaction is retried. Returns when the work is complete or waits for the test's
   * transaction.
   */
  public void act() {
    if (thread != null) {
      return;
    }
    Thread started = new Thread(this::run, "rival");
    started.setDaemon(true);
    started.start();
    thread = started;
    if (tck.capabilities().contains(Capability.CONCURRENT_WRITERS)) {
      join();
    } else {
      awaitDoneOrWaiting(started);
    }
  }

  private void run() {
    try {
      work.run();
      done.complete(null);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  private void awaitDoneOrWaiting(Thread started) {
    while (!done.isDone() && !isWaiting(started.getState())) {
      Thread.onSpinWait();
    }
  }

  private static boolean isWaiting(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /**
   * Waits for the end of the rival's work, for at most 30 seconds.
   *
   * @throws java.util.concurrent.CompletionException if the work has failed or does not end in time
   * @throws NullPointerException if the rival has not acted
   */
  public void join() {
    Objects.requireNonNull(thread, "The rival has not acted");
    done.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
