package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.TransactionOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that long use of the whole API, including streams closed early and failing calls, leaks no
 * connections, memory, threads, files or prepared statements.
 */
class SoakTest {

  private static final int POOL_SIZE = 4;
  private static final int THREADS_PER_STORE = 4;
  private static final int SAMPLES = 12;

  private static final long HEAP_BOUND = 16L * 1024 * 1024;
  private static final int THREADS_BOUND = 3;
  private static final int FILES_BOUND = 5;

  /** The statement cache of the PostgreSQL driver, with some statements for transactions. */
  private static final int STATEMENTS_BOUND = POOL_SIZE * 280;

  private static final TransactionOptions WRITING = TransactionOptions.defaults();

  @TempDir Path folder;

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong calls = new AtomicLong();
  private final SoakSamples samples = new SoakSamples();

  @Test
  void nothingLeaksThoughStoresAreUsedForLong() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    try (TaskStore sqlite =
            TaskStore.builder()
                .url("jdbc:sqlite:" + folder.resolve("tasks.db"))
                .maximumPoolSize(POOL_SIZE)
                .open();
        TaskStore postgres = server.store(database).maximumPoolSize(POOL_SIZE).open()) {
      ServerSessions sessions = new ServerSessions(server, database);
      List<SoakWorkload> workloads = new ArrayList<>();
      for (int i = 0; i < THREADS_PER_STORE; i++) {
        Random random = new Random(FaultSettings.seed() + i);
        workloads.add(new SoakWorkload(sqlite, "user " + i, random));
        workloads.add(new SoakWorkload(postgres, "user " + i, new Random(random.nextLong())));
      }
      Duration part = FaultSettings.soak().dividedBy(SAMPLES + 2);
      use(workloads, part.multipliedBy(2)); // warm-up: loads all classes and fills all pools
      for (int i = 0; i < SAMPLES; i++) {
        use(workloads, part);
        checkPools(sqlite, postgres, sessions);
      }
      System.out.printf("%d steps, seed %d%n", calls.get(), FaultSettings.seed());
      check();
    }
  }

  private void check() {
    assertThat(failures).isEmpty();
    assertThat(samples.growth(SoakSamples.Sample::usedHeap)).as("heap").isLessThan(HEAP_BOUND);
    assertThat(samples.growth(SoakSamples.Sample::threads))
        .as("threads")
        .isLessThanOrEqualTo(THREADS_BOUND);
    assertThat(samples.growth(SoakSamples.Sample::openFiles))
        .as("files")
        .isLessThanOrEqualTo(FILES_BOUND);
  }

  private void use(List<SoakWorkload> workloads, Duration time) {
    AtomicBoolean stopped = new AtomicBoolean();
    ExecutorService executor = Executors.newFixedThreadPool(workloads.size());
    try {
      workloads.forEach(workload -> executor.execute(() -> repeat(workload, stopped)));
      ServerProcess.pause(time.toMillis());
    } finally {
      stopped.set(true);
      executor.shutdown();
    }
    try {
      assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void repeat(SoakWorkload workload, AtomicBoolean stopped) {
    try {
      while (!stopped.get() && failures.isEmpty()) {
        workload.step();
        calls.incrementAndGet();
      }
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  /** Checks that all connections of the pools are usable. */
  private void checkPools(TaskStore sqlite, TaskStore postgres, ServerSessions sessions)
      throws SQLException {
    ServerSessions.useAll(sqlite, 1, WRITING, tx -> tx.users().count());
    ServerSessions.useAll(sqlite, POOL_SIZE - 1, WRITING.readOnly(), tx -> tx.users().count());
    sessions.checkPool(postgres, POOL_SIZE);
    long statements =
        ServerSessions.useAll(
            postgres,
            POOL_SIZE,
            WRITING,
            tx ->
                tx.dsl()
                    .fetchOne("select count(*) from pg_prepared_statements")
                    .get(0, long.class));
    System.out.println(samples.take(sessions.count(), statements));
    assertThat(statements).as("prepared statements").isLessThan(STATEMENTS_BOUND);
  }
}
