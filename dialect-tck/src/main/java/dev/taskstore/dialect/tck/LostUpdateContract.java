package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways to update a row that was read before without overwriting concurrent changes. */
abstract class LostUpdateContract extends Contract {

  private static final int THREADS = 6;

  LostUpdateContract(DialectFixture tck) {
    super(tck);
  }

  /** A row whose entity was read outside of any transaction, as for a web form. */
  @ParameterizedTest
  @EnumSource
  void anEntityThatSomebodyElseHasChangedIsRefused(IsolationLevel level) {
    Task task = insertTask(insertUser("ada"), "old");
    AtomicInteger refused = new AtomicInteger();

    inThreads(
        THREADS,
        thread -> {
          try {
            store()
                .transaction(
                    TransactionOptions.defaults().isolation(level),
                    tx -> {
                      tx.tasks().update(task.with().title("by " + thread).build());
                    });
          } catch (StaleEntityException e) {
            refused.incrementAndGet();
          }
        });

    assertThat(refused).hasValue(THREADS - 1);
    assertThat(store().tasks().getById(task.id()).version()).isEqualTo(1);
  }

  @Test
  void optimisticUpdatesThatRepeatWhenStaleLoseNothing() {
    User ada = insertUser("a");

    inThreads(
        THREADS,
        thread -> {
          boolean done = false;
          while (!done) {
            User read = store().users().getById(ada.id());
            try {
              store().users().update(read.with().username(read.username() + "+").build());
              done = true;
            } catch (StaleEntityException e) {
              done = false; // another thread was faster: read again
            }
          }
        });

    assertThat(store().users().getById(ada.id()).username()).isEqualTo("a" + "+".repeat(THREADS));
  }

  @ParameterizedTest
  @EnumSource
  void aConditionalUpdateIsDoneByOneOfAll(IsolationLevel level) {
    Task task = insertTask(insertUser("ada"), "to be claimed");
    AtomicInteger claimed = new AtomicInteger();

    inThreads(THREADS, thread -> claimed.addAndGet(claim(store(), level, task)));

    assertThat(claimed).hasValue(1);
  }

  private static int claim(TaskDatabase store, IsolationLevel level, Task task) {
    return store.transactionResult(
        TransactionOptions.defaults().isolation(level),
        tx ->
            tx.dsl()
                .update(TASKS)
                .set(TASKS.STATUS, TaskStatus.IN_PROGRESS)
                .where(TASKS.ID.eq(task.id()).and(TASKS.STATUS.eq(TaskStatus.PENDING)))
                .execute());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDatabaseCountsItselfIsCountedInFull(IsolationLevel level) {
    Task task = insertTask(insertUser("ada"), "counted");

    inThreads(
        THREADS,
        thread -> {
          for (int i = 0; i < 5; i++) {
            store()
                .transaction(
                    TransactionOptions.defaults().isolation(level),
                    tx -> {
                      tx.dsl()
                          .update(TASKS)
                          .set(TASKS.VERSION, TASKS.VERSION.plus(1))
                          .where(TASKS.ID.eq(task.id()))
                          .execute();
                    });
          }
        });

    assertThat(store().tasks().getById(task.id()).version()).isEqualTo(THREADS * 5L);
  }
}
