package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Updates and deletes of all rows that satisfy a condition. */
abstract class BulkChangeContract extends Contract {

  private static final TaskChanges DONE = TaskChanges.none().status(TaskStatus.COMPLETED);

  BulkChangeContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private Task reload(Task task) {
    return tasks().getById(task.id());
  }

  @Test
  void anUpdateWritesTheRowsOfTheConditionAndNoOthers() {
    User ada = insertUser("ada");
    List<Task> mine = insertTasks(ada, 3);
    Task other = insertTask(insertUser("bob"), "other");
    clock().advance(Duration.ofMinutes(5));

    long updated =
        tasks()
            .where(TASKS.USER_ID.eq(ada.id()).and(TASKS.TITLE.ne("task 1")))
            .update(TaskChanges.none().priority(TaskPriority.HIGH).description(null));

    assertThat(updated).isEqualTo(2);
    for (Task task : List.of(mine.get(0), mine.get(2))) {
      assertThat(reload(task))
          .isEqualTo(
              task.with()
                  .priority(TaskPriority.HIGH)
                  .updatedAt(clock().instant())
                  .version(1)
                  .build());
    }
    assertThat(reload(mine.get(1))).isEqualTo(mine.get(1));
    assertThat(reload(other)).isEqualTo(other);
  }

  @Test
  void aDeleteRemovesTheRowsOfTheConditionAndWhatDependsOnThem() {
    User ada = insertUser("ada");
    List<Task> mine = insertTasks(ada, 3);
    Tag tag = store().tags().insert(NewTag.of("x"));
    tasks().attachTags(mine.get(0).id(), List.of(tag.id()));
    tasks().attachTags(mine.get(1).id(), List.of(tag.id()));

    assertThat(tasks().where(TASKS.TITLE.in("task 0", "task 2")).delete()).isEqualTo(2);

    assertThat(tasks().where(DSL.noCondition()).list()).containsExactly(mine.get(1));
    assertThat(store().dsl().fetchCount(TASK_TAGS)).isEqualTo(1);
    assertThat(tasks().where(DSL.noCondition()).delete()).isEqualTo(1);
    assertThat(tasks().where(DSL.noCondition()).delete()).isZero();
    assertThat(store().users().where(DSL.noCondition()).delete()).isEqualTo(1);
  }

  @Test
  void aConditionMayReadOtherRowsOfTheSameTable() {
    User ada = insertUser("ada");
    List<Task> mine = insertTasks(ada, 4);
    var newest = TASKS.as("newest");
    Condition isNotNewest =
        TASKS.CREATED_AT.lt(DSL.select(DSL.max(newest.CREATED_AT)).from(newest));

    assertThat(tasks().where(isNotNewest).update(TaskChanges.none().title("older"))).isEqualTo(3);
    assertThat(tasks().where(isNotNewest).delete()).isEqualTo(3);

    assertThat(tasks().where(DSL.noCondition()).list()).containsExactly(mine.get(3));
  }

  @Test
  void aSelectionOfAnyNumberOfValuesIsChanged() {
    User ada = insertUser("ada");
    List<Task> mine = insertTasks(ada, 3);
    List<UUID> ids =
        IntStream.range(0, 70_000)
            .mapToObj(i -> i < 2 ? mine.get(i).id() : new UUID(7, i))
            .toList();

    assertThat(tasks().where(TASKS.ID.in(ids)).update(DONE)).isEqualTo(2);
    assertThat(reload(mine.get(0)).completedAt()).isEqualTo(clock().instant());
    assertThat(tasks().where(TASKS.ID.in(ids)).delete()).isEqualTo(2);
    assertThat(tasks().count()).isEqualTo(1);
  }

  @Test
  void changesOfTheApplicationsRepositoryAreAdded() {
    User ada = insertUser("ada");
    insertTasks(ada, 2);

    assertThat(tasks().where(DSL.noCondition()).update(DONE)).isEqualTo(2);
    assertThat(tasks().where(DSL.noCondition()).list())
        .allSatisfy(task -> assertThat(task.completedAt()).isEqualTo(clock().instant()));
    assertThat(tasks().where(TASKS.TITLE.eq("task 0")).update(DONE.status(TaskStatus.IN_PROGRESS)))
        .isEqualTo(1);
    assertThat(tasks().where(TASKS.COMPLETED_AT.isNull()).count()).isEqualTo(1);
  }

  @Test
  void changesWithoutAColumnWriteNothing() {
    Task task = insertTask(insertUser("ada"), "t");

    assertThat(tasks().where(DSL.noCondition()).update(TaskChanges.none())).isZero();
    assertThat(reload(task)).isEqualTo(task);
  }

  @Test
  void conditionsThatCannotBeStoredAreRefusedBeforeSqlRuns() {
    Condition hasNul = TASKS.TITLE.eq("a\0b");

    assertThatThrownBy(() -> tasks().where(hasNul).delete())
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> tasks().where(hasNul).update(DONE))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void aViolatedConstraintIsNamedAndNothingIsWritten() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    List<Task> tasks = List.of(insertTask(ada, "t"), insertTask(bob, "u"));

    assertThatThrownBy(
            () -> tasks().where(DSL.noCondition()).update(TaskChanges.none().completedAt(START)))
        .isInstanceOfSatisfying(
            CheckViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("ck_tasks_completed_at"));
    assertThatThrownBy(
            () ->
                tasks()
                    .where(DSL.noCondition())
                    .update(TaskChanges.none().userId(new UUID(1, 1)).title("moved")))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_tasks_user_id"));
    assertThatThrownBy(
            () -> store().users().where(DSL.noCondition()).update(UserChanges.none().email("x")))
        .isInstanceOfSatisfying(
            UniqueViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("uq_users_email"));
    assertThat(tasks().where(DSL.noCondition()).list()).isEqualTo(tasks);
    assertThat(store().users().where(DSL.noCondition()).list()).containsExactly(ada, bob);
  }

  @Test
  void theViolationIsThatOfTheFirstRowInTheOrderOfKeys() {
    // The second row violates one key if it is written first, and the other if it is written last.
    User first =
        store()
            .users()
            .insert(NewUser.of("first", "taken", PasswordHash.locked()).id(new UUID(0, 1)));
    store().users().insert(newUser("second").id(new UUID(0, 2)));
    UserChanges both = UserChanges.none().username("new").email("taken");

    assertThatThrownBy(() -> store().users().where(DSL.noCondition()).update(both))
        .isInstanceOfSatisfying(
            UniqueViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("uq_users_username"));
    store()
        .dsl()
        .update(USERS)
        .set(USERS.ID, new UUID(0, 3))
        .where(USERS.ID.eq(first.id()))
        .execute();
    assertThatThrownBy(() -> store().users().where(DSL.noCondition()).update(both))
        .isInstanceOfSatisfying(
            UniqueViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("uq_users_email"));
  }

  @Test
  void aTransactionContinuesAfterAFailure() {
    User ada = insertUser("ada");
    insertTasks(ada, 2);

    store()
        .transaction(
            tx -> {
              assertThat(tx.tasks().where(TASKS.TITLE.eq("task 0")).update(DONE)).isEqualTo(1);
              assertThatThrownBy(
                      () ->
                          tx.tasks()
                              .where(DSL.noCondition())
                              .update(TaskChanges.none().userId(new UUID(1, 1))))
                  .isInstanceOf(ForeignKeyViolationException.class);
              assertThat(tx.tasks().where(TASKS.TITLE.eq("task 1")).delete()).isEqualTo(1);
            });

    assertThat(tasks().where(DSL.noCondition()).list())
        .singleElement()
        .satisfies(task -> assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED));
  }

  @Test
  void aRollbackUndoesTheChanges() {
    User ada = insertUser("ada");
    List<Task> tasks = insertTasks(ada, 2);

    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.tasks().where(TASKS.TITLE.eq("task 0")).update(DONE);
                          tx.tasks().where(TASKS.TITLE.eq("task 1")).delete();
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");

    assertThat(tasks().where(DSL.noCondition()).list()).isEqualTo(tasks);
  }

  @Test
  void aReadOnlyTransactionRefusesChanges() {
    Task task = insertTask(insertUser("ada"), "t");

    store()
        .transaction(
            TransactionOptions.defaults().readOnly(),
            tx -> {
              assertThatThrownBy(() -> tx.tasks().where(DSL.noCondition()).delete())
                  .isInstanceOf(ReadOnlyTransactionException.class);
              assertThatThrownBy(() -> tx.tasks().where(DSL.noCondition()).update(DONE))
                  .isInstanceOf(ReadOnlyTransactionException.class);
            });

    assertThat(reload(task)).isEqualTo(task);
  }

  @Test
  void theGreatestVersionIsNotIncremented() {
    Task last = insertTask(insertUser("ada"), "t");
    store().dsl().execute("UPDATE tasks SET version = 9223372036854775807");

    assertThatThrownBy(() -> tasks().where(DSL.noCondition()).update(DONE))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(reload(last).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(tasks().where(DSL.noCondition()).delete()).isEqualTo(1);
  }

  @Test
  void updatesOfSeveralThreadsLoseNoVersion() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    inThreads(
        4,
        number -> {
          for (int i = 0; i < 5; i++) {
            tasks().where(TASKS.USER_ID.eq(ada.id())).update(TaskChanges.none().title("t" + i));
          }
        });

    assertThat(reload(task).version()).isEqualTo(20);
    assertThat(tasks().insert(NewTask.of(ada.id(), "u")).version()).isZero();
  }
}
