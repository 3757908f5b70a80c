package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Closing resources: twice, too early or never. */
abstract class ResourceContract extends Contract {

  private static final String CLOSED = "has been closed";
  private static final Executor THREADS = task -> new Thread(task, "resource").start();

  ResourceContract(DialectFixture tck) {
    super(tck);
  }

  private TaskDatabase open() {
    return tck.builder(tck.database()).open();
  }

  /** One connection for writes and one for reads, or two for both. */
  private TaskDatabase openSmall() {
    return tck.builder(tck.database())
        .maximumPoolSize(2)
        .connectionTimeout(Duration.ofMillis(250))
        .open();
  }

  private static void assertClosed(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(CLOSED);
  }

  @Test
  void aStreamMayBeClosedTwice() {
    insertTasks(insertUser("ada"), 3);
    try (TaskDatabase small = openSmall()) {
      for (int i = 0; i < 10; i++) {
        Stream<Task> stream = small.tasks().stream();
        Iterator<Task> iterator = stream.iterator();
        iterator.next();
        stream.close();
        stream.close();
        assertClosed(iterator::next);
      }
      assertThat(small.tasks().count()).isEqualTo(3);
    }
  }

  @Test
  void aStreamMayBeReadAndClosedByAnotherThread() {
    insertTasks(insertUser("ada"), 3);
    try (TaskDatabase small = openSmall()) {
      for (int i = 0; i < 10; i++) {
        Stream<Task> stream = small.tasks().stream();
        inAnotherThread(
            () -> {
              try (stream) {
                assertThat(stream.count()).isEqualTo(3);
              }
            });
      }
      assertThat(small.tasks().count()).isEqualTo(3);
    }
  }

  @Test
  void aStreamOfATransactionIsOfNoUseToAnotherThread() {
    insertTasks(insertUser("ada"), 3);

    store()
        .transaction(
            tx -> {
              try (Stream<Task> stream = tx.tasks().stream()) {
                Iterator<Task> iterator = stream.iterator();
                iterator.next();
                assertThatThrownBy(() -> inAnotherThread(iterator::next))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another thread");
              }
              assertThat(tx.tasks().count()).isEqualTo(3);
            });
  }

  @Test
  void aStreamThatWasForgottenGivesItsConnectionBackWhenItIsGarbage() {
    insertTasks(insertUser("ada"), 3);
    try (TaskDatabase small = openSmall()) {
      for (int i = 0; i < 3; i++) {
        forgetStreamsOf(small);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!hasConnectionToRead(small)) {
          assertThat(System.nanoTime()).as("the connections are given back").isLessThan(deadline);
          System.gc();
        }
      }
    }
  }

  /** Opens streams until no connection is available. */
  private static void forgetStreamsOf(TaskDatabase small) {
    assertThatThrownBy(
            () -> {
              while (true) {
                small.tasks().stream().iterator().next();
              }
            })
        .isInstanceOf(DatabaseTimeoutException.class);
  }

  private static boolean hasConnectionToRead(TaskDatabase small) {
    try {
      return small.tasks().count() == 3;
    } catch (DatabaseTimeoutException e) {
      return false;
    }
  }

  @Test
  void everyCallOfAClosedStoreSaysThatItIsClosed() {
    User ada = insertUser("ada");
    TaskDatabase store = open();
    DSLContext dsl = store.dsl();
    store.close();
    store.close();

    for (Runnable call :
        List.<Runnable>of(
            () -> store.users().count(),
            () -> store.users().findById(ada.id()),
            () -> store.users().findAllById(List.of(ada.id())),
            () -> store.users().findAll(PageRequest.first(1)),
            () -> store.users().where(DSL.noCondition()).list(),
            () -> store.users().insert(newUser("bob")),
            () -> store.users().insertAll(List.of(newUser("bob"))),
            () -> store.users().load(Stream.of(newUser("bob"))),
            () -> store.users().update(ada),
            () -> store.users().delete(ada),
            () -> store.users().stream(),
            () -> store.tasks().findNewest(PageRequest.first(1)),
            () -> store.transaction(tx -> {}),
            () -> store.transactionResult(tx -> 1),
            store::dsl,
            () -> dsl.selectOne().fetch(),
            () -> dsl.transaction(configuration -> {}),
            () -> store.migrations().pending())) {
      assertClosed(call);
    }
    assertThat(store().users().findAll(PageRequest.first(9)).items()).containsExactly(ada);
  }

  @Test
  void closingAStoreEndsItsStreams() {
    insertTasks(insertUser("ada"), 3);
    TaskDatabase store = open();
    Stream<Task> stream = store.tasks().stream();
    Iterator<Task> iterator = stream.iterator();
    iterator.next();

    store.close();

    assertClosed(
        () -> {
          while (iterator.hasNext()) {
            iterator.next();
          }
        });
    stream.close();
    assertThat(store().tasks().count()).isEqualTo(3);
  }

  @Test
  void closingAStoreRollsItsTransactionsBack() {
    TaskDatabase store = open();

    assertClosed(
        () ->
            store.transaction(
                tx -> {
                  tx.users().insert(newUser("ada"));
                  inAnotherThread(store::close);
                  assertClosed(() -> tx.users().insert(newUser("bob")));
                  assertClosed(() -> tx.dsl().selectOne().fetch());
                  assertClosed(() -> tx.transaction(inner -> {}));
                }));
    assertThat(store().users().count()).isZero();
    insertUser("ada");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Not the time of connectionTimeout, after which a thread would give up by itself. */
  @Test
  void threadsThatWaitForAConnectionFailWhenTheDatabaseIsClosed() throws Exception {
    TaskDatabase waited =
        tck.builder(tck.database())
            .maximumPoolSize(2)
            .connectionTimeout(Duration.ofSeconds(60))
            .open();
    CountDownLatch holding = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    List<CompletableFuture<?>> holders = new ArrayList<>();
    for (boolean reads : List.of(true, false)) {
      holders.add(
          CompletableFuture.runAsync(
              () ->
                  waited.transaction(
                      reads
                          ? TransactionOptions.defaults().readOnly()
                          : TransactionOptions.defaults(),
                      tx -> {
                        holding.countDown();
                        await(done);
                      }),
              THREADS));
    }
    await(holding);
    List<Runnable> calls =
        List.of(
            () -> waited.users().count(),
            () -> waited.users().insert(newUser("ada")),
            () -> waited.transaction(tx -> {}),
            () -> waited.dsl().fetchCount(USERS),
            () -> waited.dsl().deleteFrom(USERS).execute(),
            () -> waited.tasks().stream().close());
    List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
    for (Runnable call : calls) {
      waiting.add(
          CompletableFuture.supplyAsync(
              () -> {
                assertClosed(call);
                return Thread.currentThread().isInterrupted();
              },
              THREADS));
    }
    pause(300);

    waited.close();

    for (CompletableFuture<Boolean> call : waiting) {
      assertThat(call.get(5, TimeUnit.SECONDS)).as("interrupted").isFalse();
    }
    done.countDown();
    for (CompletableFuture<?> holder : holders) {
      assertThatThrownBy(() -> holder.get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }
}
