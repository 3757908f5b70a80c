package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Capability;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another thread that does something while the test's own transaction is open. Where several can
 * write at the same time, it is done when the test goes on; where there is one writer at a time, a
 * rival that writes waits for its turn meanwhile. Used by one thread.
 */
final class Rival {

  private final DialectFixture tck;
  private final Runnable work;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private @Nullable Thread thread;

  private Rival(DialectFixture tck, Runnable work) {
    this.tck = tck;
    this.work = work;
  }

  static Rival that(DialectFixture tck, Runnable work) {
    return new Rival(tck, work);
  }

  /** Lets the rival act, once: not again when the test's transaction is run again. */
  void act() {
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

  /** Waits for the rival to be done, and throws what it has thrown. */
  void join() {
    Objects.requireNonNull(thread, "The rival has not acted");
    done.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
