package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskSession;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which changes of other transactions a transaction sees. No dialect exceeds what each isolation
 * level allows. Dialects with {@link Capability#WEAK_ISOLATION} show everything that the level
 * allows; other dialects show nothing.
 */
abstract class IsolationContract extends Contract {

  IsolationContract(DialectFixture tck) {
    super(tck);
  }

  private static TransactionOptions at(IsolationLevel level) {
    return TransactionOptions.defaults().isolation(level);
  }

  private boolean isShown(IsolationLevel level, IsolationLevel excludedBy) {
    return tck.capabilities().contains(Capability.WEAK_ISOLATION)
        && level.compareTo(excludedBy) < 0;
  }

  private Task insertTask(String title) {
    return insertTask(
        store().users().findByUsername("ada").orElseGet(() -> insertUser("ada")), title);
  }

  private void rename(Task task, String title) {
    store().tasks().update(task.id(), TaskChanges.none().title(title));
  }

  private static String title(TaskSession tx, Task task) {
    return tx.tasks().getById(task.id()).title();
  }

  @ParameterizedTest
  @EnumSource
  void dirtyReadsAreExcludedByEveryLevel(IsolationLevel level) {
    Task task = insertTask("old");
    List<String> seen = new ArrayList<>();
    Rival reader =
        Rival.that(tck, () -> store().transaction(at(level), tx -> seen.add(title(tx, task))));
    try {
      store()
          .transaction(
              tx -> {
                rename(task, "never committed");
                reader.act();
                throw new Undone();
              });
    } catch (Undone e) {
      reader.join();
    }

    assertThat(seen).containsExactly("old");
  }

  @ParameterizedTest
  @EnumSource
  void nonRepeatableReadsAreExcludedByRepeatableRead(IsolationLevel level) {
    Task task = insertTask("old");
    Rival writer = Rival.that(tck, () -> rename(task, "new"));

    boolean changed =
        store()
            .transactionResult(
                at(level),
                tx -> {
                  String before = title(tx, task);
                  writer.act();
                  return !title(tx, task).equals(before);
                });
    writer.join();

    assertThat(changed).isEqualTo(isShown(level, IsolationLevel.REPEATABLE_READ));
  }

  @ParameterizedTest
  @EnumSource
  void phantomsAreExcludedByRepeatableRead(IsolationLevel level) {
    User ada = insertUser("ada");
    Rival writer = Rival.that(tck, () -> insertTask(ada, "phantom"));

    long appeared =
        store()
            .transactionResult(
                at(level),
                tx -> {
                  long before = tx.tasks().countByUser(ada.id());
                  writer.act();
                  long found = tx.tasks().countByUser(ada.id()) - before;
                  tx.tasks().insert(NewTask.of(ada.id(), "own"));
                  return found;
                });
    writer.join();

    assertThat(appeared == 1).isEqualTo(isShown(level, IsolationLevel.REPEATABLE_READ));
    assertThat(store().tasks().count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  @Requires(Capability.ONE_SNAPSHOT)
  void readSkewIsExcludedByRepeatableRead(IsolationLevel level) {
    Task left = insertTask("old");
    Task right = insertTask("old");
    Rival writer = Rival.that(tck, () -> renameBoth(left, right));

    boolean skewed =
        store()
            .transactionResult(
                at(level),
                tx -> {
                  String first = title(tx, left);
                  writer.act();
                  return !first.equals(title(tx, right));
                });
    writer.join();

    assertThat(skewed).isEqualTo(isShown(level, IsolationLevel.REPEATABLE_READ));
  }

  private void renameBoth(Task left, Task right) {
    store()
        .transaction(
            tx -> {
              rename(left, "new");
              rename(right, "new");
            });
  }

  @ParameterizedTest
  @EnumSource
  void lostUpdatesAreExcludedByRepeatableRead(IsolationLevel level) {
    Task task = insertTask("-");
    AtomicInteger attempts = new AtomicInteger();
    Rival other = Rival.that(tck, () -> append(level, task, "b", () -> {}));

    append(
        level,
        task,
        "a",
        () -> {
          attempts.incrementAndGet();
          other.act();
        });
    other.join();

    boolean lost = isShown(level, IsolationLevel.REPEATABLE_READ);
    assertThat(store().tasks().getById(task.id()).title())
        .isIn(lost ? List.of("-a") : List.of("-ab", "-ba"));
    assertThat(attempts).hasValue(runsOfTheLaterOne(level, IsolationLevel.REPEATABLE_READ));
  }

  /** Reads a value, waits for the other threads, and writes a value that depends on it. */
  private void append(IsolationLevel level, Task task, String more, Runnable between) {
    store()
        .transaction(
            at(level),
            tx -> {
              String read = title(tx, task);
              between.run();
              tx.tasks().update(task.id(), TaskChanges.none().title(read + more));
            });
  }

  /**
   * If both transactions are active at the same time, the one that ends later fails once and is
   * retried.
   */
  private int runsOfTheLaterOne(IsolationLevel level, IsolationLevel excludedBy) {
    boolean bothAreOpen = tck.capabilities().contains(Capability.CONCURRENT_WRITERS);
    return bothAreOpen && level.compareTo(excludedBy) >= 0 ? 2 : 1;
  }

  @ParameterizedTest
  @EnumSource
  @Requires(Capability.ONE_SNAPSHOT)
  void writeSkewIsExcludedBySerializable(IsolationLevel level) {
    Task left = insertTask("left");
    Task right = insertTask("right");
    AtomicInteger attempts = new AtomicInteger();
    Rival other = Rival.that(tck, () -> completeUnlessLast(level, right, () -> {}));

    completeUnlessLast(
        level,
        left,
        () -> {
          attempts.incrementAndGet();
          other.act();
        });
    other.join();

    int open = store().tasks().where(TASKS.STATUS.eq(TaskStatus.PENDING)).list().size();
    assertThat(open == 0).isEqualTo(isShown(level, IsolationLevel.SERIALIZABLE));
    assertThat(attempts).hasValue(runsOfTheLaterOne(level, IsolationLevel.SERIALIZABLE));
  }

  private void completeUnlessLast(IsolationLevel level, Task task, Runnable between) {
    store()
        .transaction(
            at(level),
            tx -> {
              int open = tx.tasks().where(TASKS.STATUS.eq(TaskStatus.PENDING)).list().size();
              between.run();
              if (open > 1) {
                tx.tasks().update(task.id(), TaskChanges.none().status(TaskStatus.COMPLETED));
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  @Requires(Capability.ONE_SNAPSHOT)
  void readOnlyTransactionsSeeOneStateAtEveryLevel(IsolationLevel level) {
    Task left = insertTask("old");
    Task right = insertTask("old");

    store()
        .transaction(
            at(level).readOnly(),
            tx -> {
              assertThat(title(tx, left)).isEqualTo("old");
              inAnotherThread(
                  () -> {
                    renameBoth(left, right);
                    insertUser("bob");
                  });
              assertThat(title(tx, left)).isEqualTo("old");
              assertThat(title(tx, right)).isEqualTo("old");
              assertThat(tx.users().count()).isEqualTo(1);
              assertThat(tx.users().findByUsername("bob")).isEmpty();
            });

    assertThat(store().users().count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"REPEATABLE_READ", "SERIALIZABLE"})
  void readThenWriteLosesNothingHoweverManyDoIt(IsolationLevel level) {
    User ada = insertUser("ada");
    int threads = 4;
    int each = 5;
    inThreads(
        threads,
        thread -> {
          for (int i = 0; i < each; i++) {
            store()
                .transaction(
                    at(level),
                    tx -> {
                      String read = tx.users().getById(ada.id()).username();
                      tx.users().update(ada.id(), UserChanges.none().username(read + "+"));
                    });
          }
        });

    User last = store().users().getById(ada.id());
    assertThat(last.username()).isEqualTo("ada" + "+".repeat(threads * each));
    assertThat(last.version()).isEqualTo((long) threads * each);
  }

  /** Rolls back a transaction. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
