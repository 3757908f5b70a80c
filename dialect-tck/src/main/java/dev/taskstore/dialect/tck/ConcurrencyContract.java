package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Several threads use one store: no write is lost or repeated, and no call fails because the
 * database is busy.
 */
abstract class ConcurrencyContract extends Contract {

  private static final int THREADS = 6;

  ConcurrencyContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void manyThreadsInsertWithoutBusyFailures() {
    inThreads(
        THREADS,
        thread -> {
          for (int i = 0; i < 20; i++) {
            insertUser("user " + thread + " " + i);
          }
        });

    assertThat(store().users().count()).isEqualTo(THREADS * 20L);
  }

  @Test
  void oneOfManyGetsAUniqueName() {
    AtomicInteger refused = new AtomicInteger();

    inThreads(
        THREADS,
        thread -> {
          try {
            insertUser("ada");
          } catch (UniqueViolationException e) {
            refused.incrementAndGet();
          }
        });

    assertThat(refused).hasValue(THREADS - 1);
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void upsertsOfOneKeyCountEveryWrite() {
    for (int round = 0; round < 20; round++) {
      String username = "ada " + round;
      inThreads(THREADS, thread -> store().users().upsertByUsername(newUser(username)));

      assertThat(store().users().findByUsername(username))
          .hasValueSatisfying(ada -> assertThat(ada.version()).isEqualTo(THREADS - 1));
    }
  }

  @Test
  void tagsAreMadeOnceThoughManyAttachThem() {
    User ada = insertUser("ada");
    var tasks = insertTasks(ada, THREADS);

    inThreads(THREADS, thread -> store().tags().attach(tasks.get(thread).id(), "b", "a"));

    assertThat(store().tags().count()).isEqualTo(2);
    Tag tag = store().tags().findByName("a").orElseThrow();
    assertThat(store().tasks().countByTag(tag.id())).isEqualTo(THREADS);
  }

  @Test
  @Requires(Capability.CONCURRENT_WRITERS)
  void twoWriteTransactionsAreOpenAtTheSameTime() {
    CyclicBarrier barrier = new CyclicBarrier(2);
    inThreads(
        2,
        thread ->
            store()
                .transaction(
                    tx -> {
                      tx.users().insert(newUser("user " + thread));
                      meet(barrier);
                      tx.users().insert(newUser("user " + thread + " again"));
                      meet(barrier);
                    }));

    assertThat(store().users().count()).isEqualTo(4);
  }

  @Test
  void transactionsThatLockInOppositeOrderBothSucceed() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");

    inThreads(
        2,
        thread -> {
          User first = thread % 2 == 0 ? ada : bob;
          User second = thread % 2 == 0 ? bob : ada;
          store()
              .transaction(
                  tx -> {
                    tx.users().update(first.id(), UserChanges.none().username("x" + thread));
                    pause(20);
                    tx.users().update(second.id(), UserChanges.none().username("y" + thread));
                  });
        });

    assertThat(store().users().getById(ada.id()).version()).isEqualTo(2);
    assertThat(store().users().getById(bob.id()).version()).isEqualTo(2);
  }

  @Test
  void deletingAParentWhileChildrenComeLeavesNoOrphans() {
    User ada = insertUser("ada");

    inThreads(
        THREADS,
        thread -> {
          try {
            if (thread == 0) {
              store().users().deleteById(ada.id());
            } else {
              Task task = insertTask(ada, "t");
              assertThat(task.userId()).isEqualTo(ada.id());
            }
          } catch (ForeignKeyViolationException e) {
            assertThat(e.constraint()).isEqualTo("fk_tasks_user_id");
          }
        });

    assertThat(store().tasks().count()).isZero();
  }
}
