package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Statements that exceed their timeout. */
abstract class QueryTimeoutContract extends Contract {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration AMPLE = Duration.ofMinutes(1);

  /** Sufficient for the other statements of a transaction even on a busy machine. */
  private static final Duration SHORT_BUT_ENOUGH = Duration.ofSeconds(1);

  /** Greater than any database can count to within the test. */
  private static final int ENDLESS = 2_000_000_000;

  QueryTimeoutContract(DialectFixture tck) {
    super(tck);
  }

  private static TransactionOptions within(Duration timeout) {
    return TransactionOptions.defaults().queryTimeout(timeout);
  }

  /** A condition that is true after the database has counted to a number. */
  private Condition counting(int number) {
    return DSL.condition("0 < (" + tck.countTo(number) + ")");
  }

  private void count(DSLContext dsl, int number) {
    assertThat(dsl.selectOne().where(counting(number)).fetch()).hasSize(1);
  }

  private static void assertTimedOut(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(DatabaseTimeoutException.class)
        .hasMessageContaining("queryTimeout");
  }

  @Test
  void theStoresTimeoutEndsEveryKindOfStatement() {
    Task task = insertTask(insertUser("ada"), "old");
    try (TaskDatabase brief = tck.builder(tck.database()).queryTimeout(SHORT).open()) {
      for (Runnable call :
          List.<Runnable>of(
              () -> count(brief.dsl(), ENDLESS),
              () -> brief.tasks().where(counting(ENDLESS)).list(),
              () -> brief.tasks().where(counting(ENDLESS)).count(),
              () -> readAll(brief.tasks().where(counting(ENDLESS)).stream()),
              () -> renameAll(brief.dsl()),
              () -> brief.transaction(tx -> count(tx.dsl(), ENDLESS)))) {
        assertTimedOut(call);
      }
    }
    assertThat(store().tasks().getById(task.id())).isEqualTo(task);
    insertUser("bob");
  }

  private static void readAll(Stream<Task> stream) {
    try (stream) {
      stream.forEach(task -> {});
    }
  }

  @Test
  void aTransactionThatTimesOutIsRolledBackAndItsConnectionIsOfUse() {
    insertTask(insertUser("ada"), "old");
    for (int i = 0; i < 3; i++) {
      assertTimedOut(
          () ->
              store()
                  .transaction(
                      within(SHORT_BUT_ENOUGH),
                      tx -> {
                        tx.users().insert(newUser("bob"));
                        renameAll(tx.dsl());
                      }));
      assertThat(store().users().count()).isEqualTo(1);
      assertThat(store().dsl().selectOne().fetch()).hasSize(1);
    }
    insertUser("bob");
  }

  @Test
  void aNestedTransactionThatTimesOutWhileItReadsLeavesTheOuterOneUsable() {
    store()
        .transaction(
            within(SHORT_BUT_ENOUGH),
            tx -> {
              tx.users().insert(newUser("ada"));
              assertTimedOut(() -> tx.transaction(inner -> count(inner.dsl(), ENDLESS)));
              tx.users().insert(newUser("bob"));
            });

    assertThat(store().users().count()).isEqualTo(2);
  }

  /** Some databases roll back the whole transaction if a write is cancelled. */
  @Test
  void aNestedTransactionThatTimesOutWhileItWritesLeavesAllOfTheOuterOneOrNothing() {
    insertTask(insertUser("ada"), "old");

    Throwable failure =
        catchThrowable(
            () ->
                store()
                    .transaction(
                        within(SHORT_BUT_ENOUGH),
                        tx -> {
                          tx.users().insert(newUser("bob"));
                          assertTimedOut(() -> tx.transaction(inner -> renameAll(inner.dsl())));
                          tx.users().insert(newUser("cyd"));
                        }));

    if (failure != null) {
      assertThat(failure).isInstanceOf(RollbackOnlyException.class);
    }
    assertThat(store().users().count()).isEqualTo(failure == null ? 3 : 1);
    assertThat(store().tasks().where(TASKS.TITLE.eq("old")).count()).isEqualTo(1);
  }

  private void renameAll(DSLContext dsl) {
    dsl.update(TASKS).set(TASKS.TITLE, "new").where(counting(ENDLESS)).execute();
  }

  @Test
  void aTransactionMayAllowMoreThanTheStoreAndAnythingAtAll() {
    try (TaskDatabase brief =
        tck.builder(tck.database()).queryTimeout(Duration.ofNanos(1)).open()) {
      assertTimedOut(() -> count(brief.dsl(), ENDLESS));
      for (Duration timeout : List.of(AMPLE, Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE))) {
        brief.transaction(within(timeout), tx -> count(tx.dsl(), 200_000));
      }
    }
    assertThatThrownBy(() -> within(Duration.ofNanos(-1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("queryTimeout");
    assertThatThrownBy(() -> TaskDatabase.builder().queryTimeout(Duration.ofNanos(-1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("queryTimeout");
  }

  @Test
  void theTimeThatTheCallerTakesForTheRowsOfAStreamDoesNotCount() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);
    store()
        .transaction(
            within(Duration.ofMillis(800)),
            tx -> {
              try (Stream<Task> stream = tx.tasks().stream()) {
                Iterator<Task> tasks = stream.iterator();
                tasks.next();
                pause(1_000);
                assertThat(tasks).toIterable().hasSize(2);
              }
            });
  }

  /**
   * Whether or not a statement completes in time, the next statement on the connection is not
   * cancelled.
   */
  @Test
  void aCancellationThatComesLateHitsNothingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Duration timeout = Duration.ofMillis(15);
    int about = countedWithin(timeout);
    for (int i = 0; i < 150; i++) {
      int number = about / 2 + random.nextInt(about);
      Throwable failure =
          catchThrowable(() -> store().transaction(within(timeout), tx -> count(tx.dsl(), number)));
      if (failure != null) {
        assertThat(failure).isInstanceOf(DatabaseTimeoutException.class);
      }
      assertThat(store().dsl().selectOne().fetch()).as("seed %s", seed).hasSize(1);
      store().transaction(tx -> count(tx.dsl(), 2_000));
    }
    insertUser("ada");
  }

  /** Estimates how far the database counts in a given time. */
  private int countedWithin(Duration time) {
    int number = 20_000;
    long begin = System.nanoTime();
    count(store().dsl(), number);
    long perThousand = Math.max(1, (System.nanoTime() - begin) / (number / 1_000));
    return (int) Math.min(5_000_000, 1_000 * (time.toNanos() / perThousand + 1));
  }

  @Test
  void statementsThatAreFasterAreLeftAlone() {
    store()
        .transaction(
            within(AMPLE),
            tx -> {
              for (int i = 0; i < 500; i++) {
                count(tx.dsl(), 100);
                tx.users().insert(newUser("user " + i));
              }
            });

    assertThat(store().users().count()).isEqualTo(500);
  }
}
