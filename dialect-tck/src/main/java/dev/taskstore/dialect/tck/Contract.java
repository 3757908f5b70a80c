package dev.taskstore.dialect.tck;

import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one open store, whose tables are empty before each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Contract {

  /** What the clock shows when a test begins. */
  static final Instant START = Instant.parse("2026-03-01T09:00:00.123456Z");

  final DialectFixture tck;

  Contract(DialectFixture tck) {
    this.tck = tck;
  }

  @BeforeEach
  final void startWithEmptyTables() {
    clock().set(START);
    tck.clear();
  }

  final TaskDatabase store() {
    return tck.store();
  }

  final MutableClock clock() {
    return tck.clock();
  }

  static NewUser newUser(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  final User insertUser(String name) {
    return store().users().insert(newUser(name));
  }

  final Task insertTask(User user, String title) {
    return store().tasks().insert(NewTask.of(user.id(), title));
  }

  /** Inserts tasks "task 0", "task 1" and so on, a second apart; oldest first. */
  final List<Task> insertTasks(User user, int count) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clock().advance(Duration.ofSeconds(1));
      tasks.add(insertTask(user, "task " + i));
    }
    return tasks;
  }

  /** Waits, so that other threads make progress. */
  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until all threads have reached this point. */
  static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("The other threads did not come", e);
    }
  }

  /** Runs work in several threads that start at the same time, and waits for them. */
  static void inThreads(int threads, IntConsumer work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      CompletableFuture<?>[] all = new CompletableFuture<?>[threads];
      for (int i = 0; i < threads; i++) {
        int number = i;
        all[i] =
            CompletableFuture.runAsync(
                () -> {
                  meet(start);
                  work.accept(number);
                },
                executor);
      }
      CompletableFuture.allOf(all).join();
    } finally {
      executor.shutdown();
    }
  }

  /** Runs work in another thread and waits for it. */
  static void inAnotherThread(Runnable work) {
    inThreads(1, unused -> work.run());
  }
}
