package dev.taskstore.faults;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Threads that write and threads that read until they are stopped. Each write inserts users whose
 * names are unique, so that a repeated one fails.
 */
final class FailoverWorkload implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int PAUSE_MILLIS = 5;

  private final TaskStore store;
  private final String prefix;
  private final ExecutorService executor = Executors.newFixedThreadPool(2 * THREADS);
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger failedReads = new AtomicInteger();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> unknown = new ConcurrentLinkedQueue<>();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final Queue<Long> times = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicLongArray lastWrites = new AtomicLongArray(THREADS);
  private volatile @Nullable String latest;
  private volatile boolean stopped;

  FailoverWorkload(TaskStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  void start() {
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      executor.execute(() -> repeat(() -> write(thread)));
      executor.execute(() -> repeat(this::read));
    }
  }

  private void repeat(Runnable step) {
    while (!stopped) {
      step.run();
    }
  }

  /** Every fourth write is a transaction of two rows. */
  private void write(int thread) {
    int number = numbers.incrementAndGet();
    String name = prefix + number;
    try {
      if (number % 4 == 0) {
        store.transaction(
            tx -> {
              tx.users().insert(draft(name));
              tx.users().insert(draft(name + "b"));
            });
      } else {
        store.users().insert(draft(name));
      }
      acknowledged.add(name);
      if (number % 4 == 0) {
        acknowledged.add(name + "b");
      }
      latest = name;
      long now = System.nanoTime();
      times.add(now);
      lastWrites.set(thread, now);
    } catch (CommitOutcomeUnknownException e) {
      unknown.add(name);
    } catch (ConnectionLostException | ReadOnlyTransactionException | DatabaseTimeoutException e) {
      failed.add(name);
      ServerProcess.pause(PAUSE_MILLIS);
    } catch (Throwable e) {
      unexpected.add(e);
      ServerProcess.pause(PAUSE_MILLIS);
    }
  }

  private static NewUser draft(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  private void read() {
    String name = latest;
    try {
      if (name != null) {
        store.users().findByUsername(name);
      }
      reads.incrementAndGet();
    } catch (ConnectionLostException | DatabaseTimeoutException e) {
      failedReads.incrementAndGet();
    } catch (Throwable e) {
      unexpected.add(e);
    }
    ServerProcess.pause(PAUSE_MILLIS);
  }

  /** Waits until each writer has succeeded since a time of {@link System#nanoTime()}. */
  void awaitWrites(long since) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (int i = 0; i < THREADS; i++) {
      while (lastWrites.get(i) - since <= 0) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("The writer " + i + " does not succeed again: " + unexpected);
        }
        ServerProcess.pause(10);
      }
    }
  }

  /** Stops the threads and waits for the end of their calls. */
  @Override
  public void close() {
    stopped = true;
    executor.shutdown();
    try {
      if (!executor.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Calls do not return");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the names that were written, as the callers know. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Returns the names of which the callers do not know whether they were written. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** Returns the names that were not written, as the callers know. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  List<Throwable> unexpected() {
    return List.copyOf(unexpected);
  }

  int reads() {
    return reads.get();
  }

  int failedReads() {
    return failedReads.get();
  }

  /** Returns the longest time without an acknowledged write, in milliseconds. */
  long longestOutage() {
    List<Long> sorted = new ArrayList<>(times);
    sorted.sort(null);
    long longest = 0;
    for (int i = 1; i < sorted.size(); i++) {
      longest = Math.max(longest, sorted.get(i) - sorted.get(i - 1));
    }
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }
}
