package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Conditions with many operands, and comparisons with ANY and ALL. */
abstract class ConditionContract extends Contract {

  ConditionContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private static List<String> titles(List<Task> tasks) {
    return tasks.stream().map(Task::title).toList();
  }

  @Test
  void listsOfValuesHaveNoMaximumLength() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "it's");
    insertTask(ada, "other");
    List<UUID> ids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 66_000; i++) {
      ids.add(new UUID(i, i));
      titles.add("it's " + i);
      times.add(Instant.EPOCH.plusSeconds(i));
    }
    ids.add(task.id());
    titles.add(task.title());
    times.add(task.createdAt());

    assertThat(tasks().where(TASKS.ID.in(ids)).list()).containsExactly(task);
    assertThat(tasks().where(TASKS.TITLE.in(titles)).page(PageRequest.first(1)).items())
        .containsExactly(task);
    assertThat(tasks().where(TASKS.CREATED_AT.notIn(times)).count()).isZero();
    assertThat(tasks().where(DSL.upper(TASKS.TITLE).in(List.copyOf(titles))).exists()).isFalse();
    try (Stream<Task> stream = tasks().where(TASKS.ID.in(ids)).stream()) {
      assertThat(stream).containsExactly(task);
    }
    titles.add("a\0b");
    assertThatThrownBy(() -> tasks().where(TASKS.TITLE.in(titles)).list())
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(store().dsl().fetchCount(TASKS, TASKS.ID.in(ids))).isEqualTo(1);
  }

  @Test
  void conditionsMayHaveThousandsOfAlternatives() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "task 1199");
    insertTask(ada, "other");
    Condition any = DSL.noCondition();
    Condition none = DSL.noCondition();
    for (int i = 0; i < 1_200; i++) {
      any = any.or(TASKS.TITLE.eq("task " + i).and(TASKS.VERSION.ge(0L)));
    }
    for (int i = 0; i < 5_000; i++) {
      none = none.and(TASKS.TITLE.ne("task " + i));
    }
    Condition alternatives = any;
    Condition exclusions = none;

    assertThat(tasks().where(alternatives).list()).containsExactly(task);
    assertThat(tasks().where(alternatives.not()).count()).isEqualTo(1);
    assertThat(titles(tasks().where(exclusions).list())).containsExactly("other");
    assertThat(store().dsl().fetchCount(TASKS, alternatives)).isEqualTo(1);
    assertThat(store().dsl().fetchCount(TASKS, exclusions)).isEqualTo(1);
  }

  @Test
  void comparisonsWithAnyAndAllWork() {
    User ada = insertUser("ada");
    insertTask(ada, "a");
    insertTask(ada, "b");
    insertTask(ada, "c");
    String nothing = null;

    assertTitles(TASKS.TITLE.eq(DSL.any("a", "c")), "a", "c");
    assertTitles(TASKS.TITLE.eq(DSL.any("a", nothing)), "a");
    assertTitles(TASKS.TITLE.ne(DSL.all("a", "c")), "b");
    assertTitles(TASKS.TITLE.ne(DSL.all("a", nothing)));
    assertTitles(TASKS.TITLE.ne(DSL.any("a", "a")), "b", "c");
    assertTitles(TASKS.TITLE.lt(DSL.any("a", "c")), "a", "b");
    assertTitles(TASKS.TITLE.le(DSL.all("b", "c")), "a", "b");
    assertTitles(TASKS.TITLE.gt(DSL.any("b", "c")), "c");
    assertTitles(TASKS.TITLE.ge(DSL.all("a", "b")).not(), "a");
    assertTitles(TASKS.TITLE.lt(DSL.any(new String[0])));
    assertTitles(TASKS.TITLE.lt(DSL.all(new String[0])), "a", "b", "c");
    assertTitles(TASKS.PRIORITY.eq(DSL.any(TaskPriority.values())), "a", "b", "c");
    assertTitles(TASKS.VERSION.eq(DSL.any(1L, 2L)));
    assertTitles(
        TASKS.USER_ID.eq(DSL.any(DSL.select(USERS.ID).from(USERS).where(USERS.USERNAME.eq("ada")))),
        "a",
        "b",
        "c");
    assertTitles(TASKS.USER_ID.ne(DSL.all(DSL.select(USERS.ID).from(USERS))));
    Condition unsupported = TASKS.TITLE.lt(DSL.any(DSL.select(USERS.USERNAME).from(USERS)));
    assertThatThrownBy(() -> tasks().where(unsupported).count())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("DSL.max");
  }

  private void assertTitles(Condition condition, String... titles) {
    assertThat(titles(tasks().where(condition).orderBy(TASKS.TITLE.asc()).list()))
        .as("%s", condition)
        .containsExactly(titles);
    assertThat(store().dsl().fetchCount(TASKS, condition))
        .as("%s", condition)
        .isEqualTo(titles.length);
  }

  @Test
  void listsOfPatternsAndComparisonsMayHaveThousandsOfElements() {
    User ada = insertUser("ada");
    insertTask(ada, "task 1");
    insertTask(ada, "other");
    String[] values = IntStream.range(0, 1_200).mapToObj(i -> "task " + i).toArray(String[]::new);

    assertTitles(TASKS.TITLE.like(DSL.any(values)), "task 1");
    assertTitles(TASKS.TITLE.notLike(DSL.all(values)), "other");
    assertTitles(TASKS.TITLE.lt(DSL.any(values)), "other", "task 1");
    assertTitles(TASKS.TITLE.eq(DSL.any(values)), "task 1");
  }
}
