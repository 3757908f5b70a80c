package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.tables.Tasks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
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
  void nullsOfExpressionsComeLastWhateverTheDirection() {
    User ada = insertUser("ada");
    insertTask(ada, "a");
    insertDue(ada, "b", 2);
    insertDue(ada, "c", 1);
    var all = tasks().where(DSL.noCondition());
    Field<Integer> unmatched = DSL.when(TASKS.TITLE.eq("b"), 1).when(TASKS.TITLE.eq("c"), 2);
    Tasks other = TASKS.as("other");
    Field<Instant> subquery =
        DSL.field(DSL.select(other.DUE_AT).from(other).where(other.ID.eq(TASKS.ID)));

    assertThat(titles(all.orderBy(TASKS.TITLE.sortAsc("c", "b")).list()))
        .containsExactly("c", "b", "a");
    assertThat(titles(all.orderBy(TASKS.TITLE.sortDesc("c", "b")).list()))
        .containsExactly("b", "c", "a");
    assertThat(titles(all.orderBy(unmatched.asc()).list())).containsExactly("b", "c", "a");
    assertThat(titles(all.orderBy(unmatched.desc()).list())).containsExactly("c", "b", "a");
    assertThat(titles(all.orderBy(unmatched.sortDefault()).list())).containsExactly("b", "c", "a");
    assertThat(titles(all.orderBy(unmatched.asc().nullsFirst()).list()))
        .containsExactly("a", "b", "c");
    assertThat(titles(all.orderBy(subquery.asc()).list())).containsExactly("c", "b", "a");
    assertThat(titles(all.orderBy(subquery.desc()).list())).containsExactly("b", "c", "a");
    assertThat(titles(all.orderBy(DSL.nullif(TASKS.TITLE, "b").desc()).list()))
        .containsExactly("c", "a", "b");
    try (Stream<Task> stream = all.orderBy(unmatched.desc()).stream()) {
      assertThat(stream.map(Task::title)).containsExactly("c", "b", "a");
    }
    store()
        .transaction(
            tx -> {
              try (Stream<Task> stream =
                  tx.tasks().where(DSL.noCondition()).orderBy(unmatched.desc()).stream()) {
                assertThat(stream.map(Task::title)).containsExactly("c", "b", "a");
              }
            });
  }

  @Test
  void sortFieldsOfTheCallerAreNotChanged() {
    insertUser("ada");
    SortField<Instant> byDueTime = TASKS.DUE_AT.asc();

    tasks().where(DSL.noCondition()).orderBy(byDueTime).list();
    tasks().where(DSL.noCondition()).orderBy(byDueTime).page(PageRequest.first(1));

    assertThat(byDueTime.$nullOrdering()).isNull();
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

  @Test
  void aNamedParameterMayOccurSeveralTimes() {
    User ada = insertUser("ada");
    insertTask(ada, "a");
    insertTask(ada, "b");
    Condition condition =
        DSL.param("title", "a")
            .eq(TASKS.TITLE)
            .or(DSL.param("title", "a").eq(DSL.lower(TASKS.TITLE)))
            .and(TASKS.USER_ID.eq(ada.id()));

    assertThat(tasks().where(condition).list()).hasSize(1);
    assertThat(tasks().where(condition).count()).isEqualTo(1);
  }

  @Test
  void textThatNoDatabaseTakesIsRefusedAnywhereInACondition() {
    User ada = insertUser("ada");
    insertTask(ada, "a");
    for (String bad : List.of("a\0b", "\uD800")) {
      for (Condition condition :
          List.of(
              TASKS.TITLE.eq(DSL.inline(bad)),
              TASKS.TITLE.eq(DSL.inline(bad, TASKS.TITLE)),
              TASKS.TITLE.in("a", bad),
              TASKS.TITLE.in(DSL.inline("a"), DSL.inline(bad)),
              TASKS.TITLE.like(bad),
              TASKS.TITLE.contains(bad),
              TASKS.TITLE.startsWithIgnoreCase(bad),
              TASKS.TITLE.like(DSL.any("a", bad)),
              TASKS.TITLE.eq(DSL.concat(DSL.inline(bad), DSL.inline("x"))),
              DSL.not(TASKS.TITLE.eq("a").or(DSL.lower(DSL.val(bad)).eq(TASKS.TITLE))),
              TASKS.ID.in(DSL.select(TASKS.ID).from(TASKS).where(TASKS.TITLE.eq(DSL.inline(bad)))),
              DSL.condition("title = {0}", DSL.inline(bad)),
              DSL.condition("title = '" + bad + "'"))) {
        assertThatThrownBy(() -> tasks().where(condition).list())
            .as("%s", condition)
            .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> tasks().where(condition).page(PageRequest.first(1)))
            .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> store().dsl().fetchCount(TASKS, condition))
            .as("%s", condition)
            .isInstanceOf(InvalidArgumentException.class);
      }
      assertThatThrownBy(() -> store().dsl().fetch("select '" + bad + "'"))
          .isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(
              () ->
                  store()
                      .dsl()
                      .batch(
                          "update tasks set title = 'x'", "update tasks set title = '" + bad + "'")
                      .execute())
          .isInstanceOf(InvalidArgumentException.class);
    }
    assertThat(tasks().where(TASKS.TITLE.eq(DSL.inline("a"))).count()).isEqualTo(1);
  }

  @Test
  void aRefusedConditionLeavesATransactionUsable() {
    User ada = insertUser("ada");

    store()
        .transaction(
            tx -> {
              assertThatThrownBy(() -> tx.tasks().where(TASKS.TITLE.likeRegex("a")).list())
                  .isInstanceOf(InvalidArgumentException.class);
              assertThatThrownBy(
                      () -> tx.dsl().fetchCount(TASKS, TASKS.TITLE.eq(DSL.inline("a\0b"))))
                  .isInstanceOf(InvalidArgumentException.class);
              tx.tasks().insert(NewTask.of(ada.id(), "a"));
            });

    assertThat(tasks().count()).isEqualTo(1);
  }

  @Test
  void emptyFieldsAreNoOrder() {
    User ada = insertUser("ada");
    insertTask(ada, "b");
    insertTask(ada, "a");
    SortField<?>[] order = {
      TASKS.PRIORITY.sortAsc(), TASKS.VERSION.sortAsc(), DSL.noField().asc(), TASKS.TITLE.asc()
    };

    assertThat(titles(tasks().where(DSL.noCondition()).orderBy(order).list()))
        .containsExactly("a", "b");
    assertThat(
            titles(
                tasks().where(DSL.noCondition()).orderBy(order).page(PageRequest.first(2)).items()))
        .containsExactly("a", "b");
    assertThat(
            titles(
                tasks()
                    .where(DSL.noCondition())
                    .page(PageRequest.first(2), KeysetOrder.of(order))
                    .items()))
        .containsExactly("a", "b");
    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.PRIORITY.sortAsc()).list())
        .hasSize(2);
    assertThatThrownBy(() -> KeysetOrder.of(TASKS.PRIORITY.sortAsc()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("at least one");
  }

  @Test
  void rowsAreCountedForEachValueInTheOrderOfTheColumn() {
    User ada = insertUser("ada");
    for (TaskPriority priority :
        List.of(TaskPriority.HIGH, TaskPriority.LOW, TaskPriority.MEDIUM, TaskPriority.HIGH)) {
      store().tasks().insert(NewTask.of(ada.id(), priority.literal()).priority(priority));
    }
    store().tasks().insert(NewTask.of(ada.id(), "due").dueAt(START));

    assertThat(store().tasks().where(DSL.noCondition()).countBy(TASKS.PRIORITY))
        .containsExactly(
            entry(TaskPriority.LOW, 1L),
            entry(TaskPriority.MEDIUM, 2L),
            entry(TaskPriority.HIGH, 2L));
    assertThat(store().tasks().where(DSL.noCondition()).countBy(TASKS.DUE_AT))
        .containsExactly(entry(START, 1L), entry(null, 4L));
    assertThat(store().tasks().where(TASKS.TITLE.eq("none")).countBy(TASKS.PRIORITY)).isEmpty();
  }

  @Test
  void theLeastAndTheGreatestValueOfAColumnAreThoseOfItsOrder() {
    User ada = insertUser("ada");
    User zoe = insertUser("\u00c9va");
    store().tasks().insert(NewTask.of(ada.id(), "t").priority(TaskPriority.HIGH).dueAt(START));
    store().tasks().insert(NewTask.of(zoe.id(), "Z").priority(TaskPriority.LOW));
    var tasks = store().tasks().where(DSL.noCondition());

    assertThat(tasks.min(TASKS.TITLE)).contains("Z");
    assertThat(tasks.max(TASKS.TITLE)).contains("t");
    assertThat(tasks.min(TASKS.PRIORITY)).contains(TaskPriority.LOW);
    assertThat(tasks.max(TASKS.PRIORITY)).contains(TaskPriority.HIGH);
    assertThat(tasks.min(TASKS.DUE_AT)).contains(START);
    assertThat(tasks.min(TASKS.USER_ID)).contains(ada.id());
    assertThat(tasks.min(TASKS.COMPLETED_AT)).isEmpty();
    assertThat(store().users().where(DSL.noCondition()).max(USERS.USERNAME)).contains("\u00c9va");
  }

  @Test
  void sumsAndAveragesAreThoseOfTheConditionAndRoundHalfUp() {
    User ada = insertUser("ada");
    List<Task> tasks =
        store().tasks().insertAll(List.of(NewTask.of(ada.id(), "a"), NewTask.of(ada.id(), "b")));
    store().tasks().update(tasks.get(0).id(), TaskChanges.none().title("aa"));
    var all = store().tasks().where(DSL.noCondition());
    var first = store().tasks().where(TASKS.TITLE.eq("aa"));

    assertThat(all.sum(TASKS.VERSION).orElseThrow().subtract(first.sum(TASKS.VERSION).get()))
        .isEqualTo(BigDecimal.valueOf(tasks.get(1).version()));
    assertThat(all.average(TASKS.VERSION, 1).orElseThrow())
        .isEqualTo(BigDecimal.valueOf(10 * tasks.get(1).version() + 5, 1));
    assertThat(all.average(TASKS.VERSION, 0).orElseThrow())
        .isEqualTo(BigDecimal.valueOf(tasks.get(1).version() + 1));
    assertThat(store().tasks().where(TASKS.TITLE.eq("none")).sum(TASKS.VERSION)).isEmpty();
    assertThatThrownBy(() -> all.average(TASKS.VERSION, -1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("The scale must be from 0 to 1000, not -1.");
    assertThatThrownBy(() -> all.average(TASKS.VERSION, 1001))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> all.sum(USERS.VERSION))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("is not a column of tasks");
  }

  @Test
  void aColumnOfAnotherTableCannotBeCounted() {
    var tasks = store().tasks().where(DSL.noCondition());

    assertThatThrownBy(() -> tasks.countBy(USERS.USERNAME))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("is not a column of tasks");
    assertThatThrownBy(() -> tasks.max(USERS.USERNAME))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
