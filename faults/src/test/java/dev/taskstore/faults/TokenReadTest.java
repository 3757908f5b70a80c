package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresCluster;
import dev.taskstore.schema.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that reads after a token see the write before it, while two standbys stop and continue to
 * replay at random times.
 */
@Tag("long")
class TokenReadTest {

  private static final int THREADS = 8;
  private static final int READS_OF_A_WRITE = 4;
  private static final int LONGEST_PAUSE_MILLIS = 300;

  private final AtomicLong stale = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong staleWithoutToken = new AtomicLong();
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  void aReadAfterATokenSeesTheWriteBeforeItWhileReplicasStopAndContinue() throws Exception {
    long seed = FaultSettings.seed();
    long wanted = FaultSettings.tokenReads();
    try (PostgresCluster cluster = PostgresCluster.start(2);
        TaskStore store =
            TaskStore.builder()
                .url(cluster.primaryUrl())
                .credentials(PostgresCluster.USER, PostgresCluster.PASSWORD)
                .replicas(cluster.url(1), cluster.url(2))
                .maximumPoolSize(THREADS + 2)
                .open();
        TaskStore unchecked =
            TaskStore.builder()
                .url(cluster.url(1))
                .credentials(PostgresCluster.USER, PostgresCluster.PASSWORD)
                .migrationMode(MigrationMode.NONE)
                .open()) {
      long before = readsOfReplicas(cluster);
      CompletableFuture<Integer> chaos =
          CompletableFuture.supplyAsync(() -> stopAndContinue(cluster, seed));
      long begin = System.nanoTime();
      List<CompletableFuture<Void>> readers =
          IntStream.range(0, THREADS)
              .mapToObj(
                  thread ->
                      CompletableFuture.runAsync(
                          () -> readOwnWrites(store, unchecked, thread, wanted / THREADS),
                          task -> new Thread(task, "reader-" + thread).start()))
              .toList();
      readers.forEach(CompletableFuture::join);
      Duration duration = Duration.ofNanos(System.nanoTime() - begin);
      done.set(true);
      int pauses = chaos.join();
      long onReplicas = readsOfReplicas(cluster) - before;

      System.out.printf(
          "TokenReadTest, seed %d: %d reads after a token in %d ms, %d stale, and %d stale reads"
              + " without one; replay stopped %d times; %d transactions on replicas%n",
          seed,
          reads.get(),
          duration.toMillis(),
          stale.get(),
          staleWithoutToken.get(),
          pauses,
          onReplicas);
      assertThat(staleWithoutToken.get()).as("the test notices stale reads").isPositive();
      assertThat(stale).hasValue(0);
      assertThat(reads.get()).isGreaterThanOrEqualTo(wanted - THREADS * READS_OF_A_WRITE);
      assertThat(pauses).isPositive();
      assertThat(onReplicas).isPositive();
    }
  }

  private void readOwnWrites(TaskStore store, TaskStore unchecked, int thread, long wanted) {
    User user =
        store
            .users()
            .insert(NewUser.of("reader" + thread, thread + "@example.com", PasswordHash.locked()));
    Task task = store.tasks().insert(NewTask.of(user.id(), "0"));
    for (long done = 0; done < wanted; done += READS_OF_A_WRITE) {
      task = store.tasks().update(task.id(), TaskChanges.none().title("t" + done));
      ConsistencyToken token = ConsistencyToken.parse(store.token().toString());
      TaskSession session = store.reading(ReadPreference.replicaAfter(token));
      if (!unchecked.tasks().findById(task.id()).equals(Optional.of(task))) {
        staleWithoutToken.incrementAndGet();
      }
      check(task, session.tasks().findById(task.id()));
      check(task, session.tasks().where(Tables.TASKS.USER_ID.eq(user.id())).first());
      check(task, streamed(session, user.id()));
      UUID id = task.id();
      check(
          task,
          session.transactionResult(
              TransactionOptions.defaults().readOnly(),
              transaction -> transaction.tasks().findById(id)));
    }
  }

  private static Optional<Task> streamed(TaskSession session, UUID user) {
    try (Stream<Task> tasks = session.tasks().where(Tables.TASKS.USER_ID.eq(user)).stream()) {
      return tasks.findFirst();
    }
  }

  private void check(Task written, Optional<Task> read) {
    reads.incrementAndGet();
    if (!read.equals(Optional.of(written))) {
      stale.incrementAndGet();
    }
  }

  /** Returns how often a standby has stopped its replay. */
  private int stopAndContinue(PostgresCluster cluster, long seed) {
    Random random = new Random(seed);
    int pauses = 0;
    while (!done.get()) {
      int standby = 1 + random.nextInt(2);
      cluster.pauseReplay(standby);
      pauses++;
      sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      if (random.nextInt(4) == 0) {
        cluster.pauseReplay(3 - standby);
        sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        cluster.resumeReplay(3 - standby);
        pauses++;
      }
      cluster.resumeReplay(standby);
      sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
    }
    return pauses;
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the transactions of both standbys, of which two a second are probes. */
  private static long readsOfReplicas(PostgresCluster cluster) {
    return IntStream.rangeClosed(1, 2)
        .mapToLong(
            standby ->
                Long.parseLong(
                    String.valueOf(
                        cluster.query(
                            standby,
                            "select xact_commit from pg_stat_database where datname ="
                                + " current_database()"))))
        .sum();
  }
}
