package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Concurrent readers and writers: each reader sees one state, and they do not block each other. */
abstract class ReaderContract extends Contract {

  ReaderContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void theOneStateIsThatOfTheFirstStatement() {
    store()
        .transaction(
            TransactionOptions.defaults().readOnly(),
            tx -> {
              inAnotherThread(() -> insertUser("ada"));
              assertThat(tx.users().count()).isEqualTo(1);
              inAnotherThread(() -> insertUser("bob"));
              assertThat(tx.users().count()).isEqualTo(1);
            });
  }

  @Test
  @Requires(Capability.ONE_SNAPSHOT)
  void aStatementSeesWholeTransactionsOnly() {
    User ada = insertUser("ada");
    AtomicBoolean done = new AtomicBoolean();
    inThreads(
        2,
        thread -> {
          if (thread == 0) {
            while (!done.get()) {
              assertThat(store().tasks().countByUser(ada.id()) % 2).isZero();
            }
          } else {
            insertPairs(ada, 50);
            done.set(true);
          }
        });
    assertThat(store().tasks().countByUser(ada.id())).isEqualTo(100);
  }

  private void insertPairs(User user, int count) {
    for (int i = 0; i < count; i++) {
      store()
          .transaction(
              tx -> {
                tx.tasks().insert(NewTask.of(user.id(), "t"));
                tx.tasks().insert(NewTask.of(user.id(), "t"));
              });
    }
  }

  @Test
  void longReadersDoNotKeepWritersWaiting() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);

    try (Stream<Task> stream = store().tasks().stream()) {
      Iterator<Task> tasks = stream.iterator();
      tasks.next();
      store()
          .transaction(
              TransactionOptions.defaults().readOnly(),
              tx -> {
                assertThat(tx.tasks().count()).isEqualTo(3);
                inAnotherThread(() -> insertPairs(ada, 20));
                assertThat(tx.tasks().count()).isEqualTo(3);
              });
      store().users().delete(ada);
      assertThat(tasks).toIterable().hasSize(2);
    }

    assertThat(store().tasks().count()).isZero();
  }

  @Test
  void openWritersDoNotKeepReadersWaiting() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "old");
    AtomicLong streamed = new AtomicLong();

    store()
        .transaction(
            tx -> {
              tx.tasks().update(task.id(), TaskChanges.none().title("new"));
              tx.tasks().insert(NewTask.of(ada.id(), "another"));
              inAnotherThread(
                  () -> {
                    assertThat(store().tasks().getById(task.id()).title()).isEqualTo("old");
                    try (Stream<Task> stream = store().tasks().stream()) {
                      streamed.set(stream.count());
                    }
                  });
            });

    assertThat(streamed).hasValue(1);
    assertThat(store().tasks().count()).isEqualTo(2);
  }
}
