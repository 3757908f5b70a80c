package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskSession;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interrupted threads: waiting ends, but a running statement completes. */
abstract class InterruptionContract extends Contract {

  private static final Duration LONG = Duration.ofMinutes(5);

  InterruptionContract(DialectFixture tck) {
    super(tck);
  }

  /**
   * A thread that was interrupted during its work, with the exception and the interrupt status at
   * its end.
   */
  private static final class Interrupted {

    private final CountDownLatch started = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean flag;

    private Interrupted(Runnable work) {
      thread =
          new Thread(
              () -> {
                started.countDown();
                failure = catchThrowable(work::run);
                flag = Thread.currentThread().isInterrupted();
              },
              "interrupted");
    }

    /**
     * Runs work in a new thread, passes the thread to a function that interrupts it, and waits for
     * its end.
     */
    static Interrupted when(Consumer<Thread> interrupting, Runnable work) {
      Interrupted interrupted = new Interrupted(work);
      interrupted.thread.start();
      try {
        assertThat(interrupted.started.await(30, TimeUnit.SECONDS)).isTrue();
        interrupting.accept(interrupted.thread);
        interrupted.thread.join(TimeUnit.SECONDS.toMillis(30));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      assertThat(interrupted.thread.isAlive()).as("the thread still waits").isFalse();
      return interrupted;
    }
  }

  private static void onceItWaits(Thread thread) {
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
  }

  private static void againAndAgain(Thread thread) {
    while (thread.isAlive()) {
      thread.interrupt();
      pause(1);
    }
  }

  @Test
  void whoWaitsForAConnectionGivesUp() {
    try (TaskDatabase small =
        tck.builder(tck.database()).maximumPoolSize(2).connectionTimeout(LONG).open()) {
      try (Stream<Task> reading = small.tasks().stream()) {
        assertThat(reading).isNotNull();
        small.transaction(
            tx -> {
              assertGivesUp(() -> small.tasks().count());
              assertGivesUp(() -> small.users().insert(newUser("ada")));
              assertGivesUp(() -> small.transaction(other -> {}));
              assertGivesUp(() -> small.dsl().selectOne().fetch());
            });
      }
      assertThat(small.users().insert(newUser("ada")).username()).isEqualTo("ada");
    }
    assertThat(store().users().count()).isEqualTo(1);
  }

  private static void assertGivesUp(Runnable call) {
    Interrupted interrupted = Interrupted.when(InterruptionContract::onceItWaits, call);

    assertThat(interrupted.failure)
        .isInstanceOf(DatabaseTimeoutException.class)
        .hasMessageContaining("interrupted");
    assertThat(interrupted.flag).isTrue();
  }

  @Test
  void whoWaitsForAnotherAttemptGivesUpWithTheLastFailure() {
    AtomicInteger attempts = new AtomicInteger();
    TransientFailureException last =
        new TransientFailureException("again", FailureContext.NONE, null);
    try (TaskDatabase patient =
        tck.builder(tck.database()).retryPolicy(new RetryPolicy(99, LONG, LONG, LONG)).open()) {
      Interrupted interrupted =
          Interrupted.when(
              InterruptionContract::onceItWaits,
              () ->
                  patient.transaction(
                      tx -> {
                        tx.users().insert(newUser("ada"));
                        attempts.incrementAndGet();
                        throw last;
                      }));

      assertThat(interrupted.failure).isSameAs(last);
      assertThat(interrupted.flag).isTrue();
    }
    assertThat(attempts.get()).isPositive();
    assertThat(store().users().count()).isZero();
  }

  @Test
  void statementsAtWorkAreFinished() {
    Interrupted interrupted =
        Interrupted.when(
            InterruptionContract::againAndAgain,
            () -> store().transaction(InterruptionContract::insertMany));

    assertThat(interrupted.failure).isNull();
    assertThat(interrupted.flag).isTrue();
    assertThat(store().users().count()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      insertUser("the connections are sound " + i);
    }
  }

  private static void insertMany(TaskSession tx) {
    for (int i = 0; i < 200; i++) {
      tx.users().insert(newUser("user " + i));
      assertThat(tx.users().count()).isEqualTo(i + 1);
    }
  }
}
