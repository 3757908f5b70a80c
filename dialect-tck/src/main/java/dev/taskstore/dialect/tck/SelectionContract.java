package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Dynamic conditions and sort orders. */
abstract class SelectionContract extends Contract {

  SelectionContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private static List<String> titles(List<Task> tasks) {
    return tasks.stream().map(Task::title).toList();
  }

  private void insertDue(User user, String title, int seconds) {
    tasks().insert(NewTask.of(user.id(), title).dueAt(START.plusSeconds(seconds)));
  }

  @Test
  void nullsComeLastWhateverTheDirection() {
    User ada = insertUser("ada");
    insertTask(ada, "never");
    insertDue(ada, "second", 2);
    insertDue(ada, "first", 1);

    assertThat(titles(tasks().where(DSL.noCondition()).orderBy(TASKS.DUE_AT.asc()).list()))
        .containsExactly("first", "second", "never");
    assertThat(titles(tasks().where(DSL.noCondition()).orderBy(TASKS.DUE_AT.desc()).list()))
        .containsExactly("second", "first", "never");
    assertThat(
            titles(
                tasks().where(DSL.noCondition()).orderBy(TASKS.DUE_AT.asc().nullsFirst()).list()))
        .containsExactly("never", "first", "second");
  }

  @Test
  void whatTheOrderLeavesEqualIsOrderedByKey() {
    User ada = insertUser("ada");
    UUID low = new UUID(1, 1);
    UUID high = new UUID(-1, 1);
    tasks().insert(NewTask.of(ada.id(), "same").id(high));
    tasks().insert(NewTask.of(ada.id(), "same").id(low));

    assertThat(tasks().where(TASKS.TITLE.eq("same")).orderBy(TASKS.TITLE.desc()).list())
        .extracting(Task::id)
        .containsExactly(low, high);
    assertThat(tasks().where(DSL.trueCondition()).orderBy(TASKS.ID.desc()).list())
        .extracting(Task::id)
        .containsExactly(high, low);
    assertThat(tasks().where(DSL.trueCondition()).list())
        .extracting(Task::id)
        .containsExactly(low, high);
  }

  @Test
  void expressionsMayBeOrderedBy() {
    User ada = insertUser("ada");
    insertTask(ada, "ccc");
    insertTask(ada, "a");
    insertTask(ada, "bb");

    assertThat(
            titles(tasks().where(DSL.noCondition()).orderBy(DSL.length(TASKS.TITLE).desc()).list()))
        .containsExactly("ccc", "bb", "a");
  }

  @Test
  void limitsAreKept() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);

    assertThat(titles(tasks().where(DSL.noCondition()).orderBy(TASKS.TITLE.desc()).list(2)))
        .containsExactly("task 2", "task 1");
    assertThat(tasks().where(TASKS.TITLE.eq("task 1")).first()).map(Task::title).contains("task 1");
    assertThat(tasks().where(TASKS.TITLE.eq("none")).first()).isEmpty();
    for (int bad : new int[] {0, -1}) {
      assertThatThrownBy(() -> tasks().where(DSL.noCondition()).list(bad))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void selectionsAreCountedAndProbed() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);

    assertThat(tasks().where(TASKS.TITLE.ge("task 1")).count()).isEqualTo(2);
    assertThat(tasks().where(TASKS.TITLE.eq("task 1")).exists()).isTrue();
    assertThat(tasks().where(TASKS.TITLE.eq("none")).exists()).isFalse();
    assertThat(tasks().where(DSL.falseCondition()).count()).isZero();
  }

  @Test
  void enumsInstantsAndIdentifiersAreComparedAsTheyAreStored() {
    User ada = insertUser("ada");
    Task task = tasks().insert(NewTask.of(ada.id(), "t").priority(TaskPriority.HIGH).dueAt(START));
    insertTask(ada, "u");

    assertThat(tasks().where(TASKS.PRIORITY.eq(TaskPriority.HIGH)).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.STATUS.in(TaskStatus.COMPLETED)).list()).isEmpty();
    assertThat(tasks().where(TASKS.DUE_AT.eq(START)).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.DUE_AT.between(START, START)).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.DUE_AT.isNull()).count()).isEqualTo(1);
    assertThat(tasks().where(TASKS.ID.eq(task.id())).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.ID.in(task.id(), new UUID(0, 0))).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.ID.eq(DSL.inline(task.id(), TASKS.ID))).list())
        .containsExactly(task);
    assertThat(tasks().where(TASKS.DUE_AT.eq(DSL.inline(START, TASKS.DUE_AT))).list())
        .containsExactly(task);
  }

  @Test
  void emptyListsInConditionsSelectNothing() {
    User ada = insertUser("ada");
    insertTasks(ada, 2);

    assertThat(tasks().where(TASKS.ID.in(List.of())).list()).isEmpty();
    assertThat(tasks().where(TASKS.ID.notIn(List.of())).list()).hasSize(2);
    assertThat(tasks().where(TASKS.TITLE.in(List.of())).exists()).isFalse();
  }

  @Test
  void subqueriesAndStreamsWork() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    insertTasks(ada, 2);
    insertTask(bob, "b");
    var ofBob =
        tasks()
            .where(
                TASKS.USER_ID.in(DSL.select(USERS.ID).from(USERS).where(USERS.USERNAME.eq("bob"))));

    assertThat(titles(ofBob.list())).containsExactly("b");
    try (Stream<Task> stream =
        tasks().where(DSL.noCondition()).orderBy(TASKS.TITLE.desc()).stream()) {
      assertThat(stream.map(Task::title)).containsExactly("task 1", "task 0", "b");
    }
  }

  @Test
  void parametersThatNoDatabaseTakesAreRefused() {
    assertThatThrownBy(() -> tasks().where(TASKS.TITLE.eq("a\0b")).list())
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> tasks().where(TASKS.TITLE.eq("\uD800")).count())
        .isInstanceOf(InvalidArgumentException.class);
  }
}
