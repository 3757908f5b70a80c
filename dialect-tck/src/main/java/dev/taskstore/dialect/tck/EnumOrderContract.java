package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Lists, streams and pages in the order of an enum's constants. */
abstract class EnumOrderContract extends Contract {

  /** An enum of an application for the titles, which sort otherwise; no title is FIG. */
  private enum Fruit {
    PEAR,
    FIG,
    APPLE,
    MELON
  }

  private static final Field<Fruit> FRUIT =
      TASKS.TITLE.convert(
          Converter.ofNullable(
              String.class,
              Fruit.class,
              text -> Fruit.valueOf(text.toUpperCase(Locale.ROOT)),
              EnumOrderContract::stored));

  private static final Comparator<Task> BY_ID = Comparator.comparing(task -> task.id().toString());

  EnumOrderContract(DialectFixture tck) {
    super(tck);
  }

  private static String stored(Fruit fruit) {
    if (fruit == Fruit.FIG) {
      throw new IllegalArgumentException("FIG is not stored.");
    }
    return fruit.name().toLowerCase(Locale.ROOT);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private Selection<Task> all() {
    return tasks().where(DSL.noCondition());
  }

  /** Inserts all combinations of two enums, with and without due times, in no order. */
  private List<Task> insertVariety() {
    User ada = insertUser("ada");
    List<Task> tasks = new ArrayList<>();
    for (TaskStatus status : List.of(TaskStatus.IN_PROGRESS, TaskStatus.PENDING)) {
      for (TaskPriority priority :
          List.of(TaskPriority.MEDIUM, TaskPriority.HIGH, TaskPriority.LOW)) {
        String title = List.of("melon", "pear", "apple").get(tasks.size() % 3);
        NewTask task = NewTask.of(ada.id(), title).status(status).priority(priority);
        tasks.add(tasks().insert(task));
        tasks.add(tasks().insert(task.dueAt(START.plusSeconds(tasks.size() % 2))));
      }
    }
    return tasks;
  }

  private static List<Task> sorted(List<Task> tasks, Comparator<Task> order) {
    return tasks.stream().sorted(order).toList();
  }

  private static Comparator<Task> byDueTime(Comparator<Instant> order) {
    return Comparator.comparing(Task::dueAt, Comparator.nullsLast(order));
  }

  private static void assertPagesAre(List<Task> expected, Function<PageRequest, Page<Task>> read) {
    PageWalk.assertPagesAre(expected, read, 1, 5, 12);
  }

  private void assertOrder(List<Task> expected, SortField<?>... order) {
    assertThat(all().orderBy(order).list()).isEqualTo(expected);
    assertPagesAre(expected, all().orderBy(order)::page);
  }

  @Test
  void columnsSortByTheOrderOfTheConstants() {
    List<Task> tasks = insertVariety();
    Comparator<Task> byPriority = Comparator.comparing(Task::priority);
    Comparator<Task> byStatus = Comparator.comparing(Task::status);

    assertOrder(sorted(tasks, byPriority.thenComparing(BY_ID)), TASKS.PRIORITY.asc());
    assertOrder(sorted(tasks, byPriority.reversed().thenComparing(BY_ID)), TASKS.PRIORITY.desc());
    assertOrder(sorted(tasks, byPriority.thenComparing(BY_ID)), TASKS.PRIORITY.sortDefault());
    assertOrder(
        sorted(tasks, byStatus.thenComparing(byPriority.reversed()).thenComparing(BY_ID)),
        TASKS.STATUS.asc(),
        TASKS.PRIORITY.desc());
    assertOrder(
        sorted(
            tasks,
            byPriority
                .reversed()
                .thenComparing(byDueTime(Comparator.naturalOrder()))
                .thenComparing(BY_ID.reversed())),
        TASKS.PRIORITY.desc(),
        TASKS.DUE_AT.asc(),
        TASKS.ID.desc());
    assertOrder(
        sorted(
            tasks,
            byDueTime(Comparator.reverseOrder()).thenComparing(byPriority).thenComparing(BY_ID)),
        TASKS.DUE_AT.desc(),
        TASKS.PRIORITY.asc());
  }

  @Test
  void keysetsSortByTheOrderOfTheConstants() {
    List<Task> tasks = insertVariety();
    Comparator<Task> byPriority = Comparator.comparing(Task::priority);

    assertPagesAre(
        sorted(tasks, byPriority.thenComparing(BY_ID)),
        request -> all().page(request, KeysetOrder.ascending(TASKS.PRIORITY)));
    assertPagesAre(
        sorted(tasks, byPriority.thenComparing(BY_ID).reversed()),
        request -> all().page(request, KeysetOrder.descending(TASKS.PRIORITY)));
    assertPagesAre(
        sorted(
            tasks,
            byPriority
                .reversed()
                .thenComparing(byDueTime(Comparator.naturalOrder()))
                .thenComparing(BY_ID)),
        request -> all().page(request, KeysetOrder.of(TASKS.PRIORITY.desc(), TASKS.DUE_AT.asc())));
    assertPagesAre(
        sorted(
            tasks.stream().filter(task -> task.dueAt() != null).toList(),
            byPriority.thenComparing(byDueTime(Comparator.naturalOrder())).thenComparing(BY_ID)),
        request ->
            all()
                .page(request, KeysetOrder.ascending(TASKS.PRIORITY, TASKS.DUE_AT).withoutNulls()));
  }

  @Test
  void pagesOfConstantQueriesSortByTheOrderOfTheConstants() {
    List<Task> tasks = insertVariety();

    assertPagesAre(
        sorted(
            tasks,
            Comparator.comparing(Task::priority)
                .reversed()
                .thenComparing(byDueTime(Comparator.naturalOrder()))
                .thenComparing(BY_ID)),
        tasks()::findMostUrgent);
  }

  @Test
  void streamsSortByTheOrderOfTheConstants() {
    List<Task> tasks = insertVariety();
    List<Task> expected =
        sorted(tasks, Comparator.comparing(Task::priority).reversed().thenComparing(BY_ID));

    try (Stream<Task> stream = all().orderBy(TASKS.PRIORITY.desc()).stream()) {
      assertThat(stream.toList()).isEqualTo(expected);
    }
    store()
        .transaction(
            tx -> {
              try (Stream<Task> stream =
                  tx.tasks().where(DSL.noCondition()).orderBy(TASKS.PRIORITY.desc()).stream()) {
                assertThat(stream.toList()).isEqualTo(expected);
              }
            });
  }

  @Test
  void expressionsSortByTheOrderOfTheConstants() {
    List<Task> tasks = insertVariety();
    Field<TaskPriority> openPriority =
        DSL.when(TASKS.STATUS.eq(TaskStatus.PENDING), TASKS.PRIORITY);
    Comparator<Task> byFruit =
        Comparator.comparing(task -> Fruit.valueOf(task.title().toUpperCase(Locale.ROOT)));

    assertOrder(sorted(tasks, byFruit.thenComparing(BY_ID)), FRUIT.asc());
    assertOrder(sorted(tasks, byFruit.reversed().thenComparing(BY_ID)), FRUIT.desc());
    assertOrder(
        sorted(
            tasks,
            Comparator.comparing(
                    (Task task) -> task.status() == TaskStatus.PENDING ? task.priority() : null,
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(BY_ID)),
        openPriority.desc());
  }

  @Test
  void conditionsCompareTheStoredTexts() {
    insertVariety();

    assertThat(tasks().where(TASKS.PRIORITY.gt(TaskPriority.LOW)).list())
        .hasSize(4)
        .allMatch(task -> task.priority() == TaskPriority.MEDIUM);
    assertThat(tasks().where(TASKS.PRIORITY.between(TaskPriority.HIGH, TaskPriority.LOW)).list())
        .hasSize(8)
        .noneMatch(task -> task.priority() == TaskPriority.MEDIUM);
  }

  @Test
  void plainJooqSortsTheStoredTexts() {
    insertVariety();

    assertThat(
            store()
                .dsl()
                .selectDistinct(TASKS.PRIORITY)
                .from(TASKS)
                .orderBy(TASKS.PRIORITY)
                .fetch(TASKS.PRIORITY))
        .isEqualTo(List.of(TaskPriority.HIGH, TaskPriority.LOW, TaskPriority.MEDIUM));
  }

  @Test
  void aPageRequestRemainsValidWhenItsRowIsGone() {
    insertVariety();
    Selection<Task> mostUrgent = all().orderBy(TASKS.PRIORITY.desc());
    List<Task> expected = mostUrgent.list();
    PageRequest next = mostUrgent.page(PageRequest.first(6)).next().orElseThrow();
    tasks().delete(expected.get(5));

    assertThat(mostUrgent.page(next).items()).isEqualTo(expected.subList(6, 12));
  }
}
