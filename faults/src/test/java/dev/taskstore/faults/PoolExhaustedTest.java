package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a call without a free connection fails at the connection timeout, and that calls
 * succeed as soon as a connection is free.
 */
class PoolExhaustedTest {

  private static final int POOL_SIZE = 3;
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Duration MARGIN = Duration.ofMillis(1_500);

  private static final TransactionOptions READ_ONLY = TransactionOptions.defaults().readOnly();

  @TempDir Path folder;

  @Test
  void aCallWithoutAConnectionEndsInTimeOnPostgres() throws Exception {
    ServerProcess server = ServerProcess.shared();
    try (TaskStore store = open(server.store(server.newDatabase()));
        Holders holders = new Holders(store, TransactionOptions.defaults(), POOL_SIZE)) {
      timesOut(() -> store.users().count());
      timesOut(() -> store.users().insert(draft("ada")));
      timesOut(() -> store.transaction(tx -> tx.users().insert(draft("ada"))));
      worksOnAfter(holders, store);
    }
  }

  @Test
  void aWriterThatFindsTheWriterHeldEndsInTimeOnSqliteAndReadersGoOn() throws Exception {
    try (TaskStore store = open(sqlite());
        Holders holders = new Holders(store, TransactionOptions.defaults(), 1)) {
      timesOut(() -> store.users().insert(draft("ada")));
      timesOut(() -> store.transaction(tx -> tx.users().insert(draft("ada"))));
      assertThat(store.users().count()).isZero();
      long inTransaction = store.transactionResult(READ_ONLY, tx -> tx.users().count());
      assertThat(inTransaction).isZero();
      worksOnAfter(holders, store);
    }
  }

  @Test
  void aReaderThatFindsAllReadersHeldEndsInTimeOnSqliteAndWritersGoOn() throws Exception {
    try (TaskStore store = open(sqlite());
        Holders holders = new Holders(store, READ_ONLY, POOL_SIZE - 1)) {
      timesOut(() -> store.users().count());
      store.users().insert(draft("bob"));
      store.transaction(tx -> tx.users().insert(draft("cyd")));
      worksOnAfter(holders, store);
    }
  }

  private TaskStore.Builder sqlite() {
    return TaskStore.builder().url("jdbc:sqlite:" + folder.resolve("tasks.db"));
  }

  private static TaskStore open(TaskStore.Builder builder) {
    return builder.maximumPoolSize(POOL_SIZE).connectionTimeout(TIMEOUT).open();
  }

  private static NewUser draft(String name) {
    return NewUser.of(name, name, PasswordHash.locked());
  }

  private static void timesOut(ThrowingCallable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(DatabaseTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(TIMEOUT.minusMillis(50))
        .isLessThan(TIMEOUT.plus(MARGIN));
  }

  /** A waiting call gets a connection as soon as one is free, and nothing else is written. */
  private static void worksOnAfter(Holders holders, TaskStore store) throws Exception {
    holders.letGo();
    store.users().insert(draft("ada"));
    assertThat(store.users().findByUsername("ada")).isPresent();
  }

  /** Threads that each hold a transaction until they are released. */
  private static final class Holders implements AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Future<?>> threads = new ArrayList<>();

    Holders(TaskStore store, TransactionOptions options, int count) throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(count);
      for (int i = 0; i < count; i++) {
        threads.add(executor.submit(() -> hold(store, options, begun)));
      }
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private Void hold(TaskStore store, TransactionOptions options, CountDownLatch begun)
        throws InterruptedException {
      store.transaction(
          options,
          tx -> {
            tx.users().count();
            begun.countDown();
            end.await();
          });
      return null;
    }

    void letGo() throws Exception {
      end.countDown();
      for (Future<?> thread : threads) {
        thread.get(30, TimeUnit.SECONDS);
      }
    }

    @Override
    public void close() {
      end.countDown();
      executor.shutdown();
    }
  }
}
