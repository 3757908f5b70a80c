package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copies: rows with exactly the values of an entity. */
abstract class CopyContract extends Contract {

  private static final Instant CREATED = Instant.parse("2011-02-03T04:05:06.789012Z");
  private static final Instant UPDATED = Instant.parse("2019-12-31T23:59:59.999999Z");

  CopyContract(DialectFixture tck) {
    super(tck);
  }

  private static Task copy(User user, int number) {
    return new Task(
        new UUID(0x7fL << 56 | number, number),
        user.id(),
        "copy " + number,
        null,
        TaskPriority.HIGH,
        TaskStatus.PENDING,
        CREATED,
        UPDATED,
        41 + number,
        null,
        null,
        null);
  }

  @Test
  void aCopyHasTheKeyTheTimesAndTheVersionOfTheEntity() {
    User ada = insertUser("ada");
    Task copy = copy(ada, 1);

    assertThat(store().tasks().insertCopy(copy)).isEqualTo(copy);
    assertThat(store().tasks().getById(copy.id())).isEqualTo(copy);
    Task changed = store().tasks().update(copy.with().title("changed").build());
    assertThat(changed.version()).isEqualTo(copy.version() + 1);
    assertThat(changed.createdAt()).isEqualTo(CREATED);
  }

  @Test
  void rowsThatWereDeletedComeBackAsTheyWere() {
    User ada = insertUser("ada");
    List<Task> tasks = new ArrayList<>(insertTasks(ada, 5));
    tasks.set(
        2,
        store().tasks().update(tasks.get(2).id(), TaskChanges.none().status(TaskStatus.COMPLETED)));
    assertThat(store().users().deleteById(ada.id())).isTrue();
    clock().advance(Duration.ofDays(400));

    store().users().insertCopy(ada);
    assertThat(store().tasks().insertAllCopies(tasks)).isEqualTo(tasks);

    assertThat(store().users().getById(ada.id())).isEqualTo(ada);
    for (Task task : tasks) {
      assertThat(store().tasks().getById(task.id())).isEqualTo(task);
    }
  }

  @Test
  void manyCopiesAreReturnedInTheOrderGiven() {
    User ada = insertUser("ada");
    List<Task> copies =
        new ArrayList<>(IntStream.range(0, 2_345).mapToObj(i -> copy(ada, i)).toList());
    Collections.reverse(copies);

    assertThat(store().tasks().insertAllCopies(copies)).isEqualTo(copies);
    assertThat(store().tasks().findAllById(copies.stream().map(Task::id).toList()))
        .isEqualTo(copies);
    assertThat(store().tasks().insertAllCopies(List.of())).isEmpty();
  }

  @Test
  void constraintsHoldAndAFailedCopyLeavesNothing() {
    User ada = insertUser("ada");
    Task stored = store().tasks().insertCopy(copy(ada, 1));
    User nobody = ada.with().id(new UUID(1, 1)).build();

    SchoolContract.assertNames(
        UniqueViolationException.class, "pk_tasks", () -> store().tasks().insertCopy(stored));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "pk_tasks",
        () -> store().tasks().insertAllCopies(List.of(copy(ada, 2), copy(ada, 3), stored)));
    SchoolContract.assertNames(
        ForeignKeyViolationException.class,
        "fk_tasks_user_id",
        () -> store().tasks().insertAllCopies(List.of(copy(ada, 2), copy(nobody, 3))));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_users_username",
        () -> store().users().insertCopy(nobody));
    assertThat(store().tasks().count()).isEqualTo(1);
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void copiesAreNotCompletedByTheRepository() {
    User ada = insertUser("ada");
    Task done = copy(ada, 1).with().status(TaskStatus.COMPLETED).completedAt(CREATED).build();

    assertThat(store().tasks().insertCopy(done).completedAt()).isEqualTo(CREATED);
    SchoolContract.assertNames(
        CheckViolationException.class,
        "ck_tasks_completed_at",
        () -> store().tasks().insertCopy(copy(ada, 2).with().status(TaskStatus.COMPLETED).build()));
  }

  @Test
  void copiesAreValidatedBeforeAnySqlRuns() {
    User ada = insertUser("ada");

    store()
        .transaction(
            tx -> {
              assertThatThrownBy(
                      () -> tx.tasks().insertCopy(copy(ada, 1).with().title("a\0b").build()))
                  .isInstanceOf(InvalidArgumentException.class);
              assertThatThrownBy(
                      () ->
                          tx.tasks()
                              .insertAllCopies(
                                  List.of(copy(ada, 1), copy(ada, 2).with().title("").build())))
                  .isInstanceOf(InvalidArgumentException.class);
              tx.tasks().insertCopy(copy(ada, 3));
            });
    assertThat(store().tasks().count()).isEqualTo(1);
  }

  @Test
  void copiesAreWritesOfTheirTransaction() {
    User ada = insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        TransactionOptions.defaults().readOnly(),
                        tx -> tx.tasks().insertCopy(copy(ada, 1))))
        .isInstanceOf(ReadOnlyTransactionException.class);
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.tasks().insertAllCopies(List.of(copy(ada, 1), copy(ada, 2)));
                          throw new IllegalStateException("rollback");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store().tasks().count()).isZero();
  }
}
