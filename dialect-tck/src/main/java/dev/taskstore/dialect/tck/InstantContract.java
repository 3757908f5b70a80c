package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskRepository;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants: in UTC, in microseconds, from year 1 to year 9999, in chronological order. */
abstract class InstantContract extends Contract {

  private static final List<Instant> IN_ORDER =
      Stream.of(
              "0001-01-01T00:00:00Z",
              "0001-01-01T00:00:00.000001Z",
              "0099-02-28T23:59:59.999999Z",
              "1582-10-04T23:59:59Z",
              "1582-10-10T12:00:00Z",
              "1582-10-15T00:00:00Z",
              "1883-11-18T12:03:57.5Z",
              "1969-12-31T23:59:59.999999Z",
              "1970-01-01T00:00:00Z",
              "1970-01-01T00:00:00.000001Z",
              "2026-03-29T00:59:59.999999Z",
              "2026-03-29T01:30:00Z",
              "2026-10-25T00:30:00Z",
              "2026-10-25T01:30:00.1Z",
              "2038-01-19T03:14:08Z",
              "9999-12-31T23:59:59.999999Z")
          .map(Instant::parse)
          .toList();

  InstantContract(DialectFixture tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  private static List<Instant> shuffled() {
    List<Instant> shuffled = new ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new Random(5));
    return shuffled;
  }

  @Test
  void theLastNanosecondOfYear9999IsInRangeAndTruncatedWhereverAnInstantIsGiven() {
    Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
    User ada = insertUser("ada");
    Task task = tasks().insert(NewTask.of(ada.id(), "t").dueAt(last));

    assertThat(task.dueAt()).isEqualTo(ValueLimits.MAX_INSTANT);
    assertThat(tasks().update(task.id(), TaskChanges.none().dueAt(last)).dueAt())
        .isEqualTo(ValueLimits.MAX_INSTANT);
    assertThat(tasks().where(TASKS.DUE_AT.eq(last)).count()).isEqualTo(1);
    assertThat(tasks().findOpenDueBefore(last, PageRequest.first(1)).items()).isEmpty();
    assertThat(store().dsl().fetchCount(TASKS, TASKS.DUE_AT.eq(last))).isEqualTo(1);
  }

  @Test
  void instantsComeBackAsTheyWereAndInTheOrderOfTime() {
    User ada = insertUser("ada");
    for (Instant instant : shuffled()) {
      Task task = tasks().insert(NewTask.of(ada.id(), "t").dueAt(instant).createdAt(instant));
      assertThat(tasks().getById(task.id())).isEqualTo(task);
      assertThat(task.dueAt()).isEqualTo(instant);
    }

    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.DUE_AT.asc()).list())
        .extracting(Task::dueAt)
        .isEqualTo(IN_ORDER);
    List<Task> paged = new ArrayList<>();
    var request = java.util.Optional.of(PageRequest.last(3));
    while (request.isPresent()) {
      var page = tasks().findNewest(PageRequest.of(request.get().token()));
      List<Task> reversed = new ArrayList<>(page.items());
      Collections.reverse(reversed);
      paged.addAll(reversed);
      request = page.previous();
    }
    assertThat(paged).extracting(Task::createdAt).isEqualTo(IN_ORDER);
  }

  @Test
  void loadedInstantsAreTheSame() {
    User ada = insertUser("ada");

    tasks().load(shuffled().stream().map(i -> NewTask.of(ada.id(), "t").dueAt(i)));

    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.DUE_AT.asc()).list())
        .extracting(Task::dueAt)
        .isEqualTo(IN_ORDER);
  }

  @Test
  void conditionsFindExactlyTheMicrosecond() {
    User ada = insertUser("ada");
    for (Instant instant : shuffled()) {
      tasks().insert(NewTask.of(ada.id(), "t").dueAt(instant));
    }
    for (int i = 0; i < IN_ORDER.size(); i++) {
      Instant instant = IN_ORDER.get(i);
      assertThat(tasks().where(TASKS.DUE_AT.eq(instant)).count()).isEqualTo(1);
      assertThat(tasks().where(TASKS.DUE_AT.lt(instant)).count()).isEqualTo(i);
      assertThat(tasks().findOpenDueBefore(instant, PageRequest.first(100)).items()).hasSize(i);
      assertThat(tasks().where(TASKS.DUE_AT.eq(DSL.inline(instant, TASKS.DUE_AT))).list())
          .extracting(Task::dueAt)
          .containsExactly(instant);
    }
  }

  @Test
  void whatIsFinerThanMicrosecondsIsCutOff() {
    User ada = insertUser("ada");
    Instant fine = Instant.parse("2026-01-01T00:00:00.123456999Z");
    Instant before1970 = Instant.parse("1960-01-01T00:00:00.000000999Z");
    clock().set(fine);

    Task task = tasks().insert(NewTask.of(ada.id(), "t").dueAt(fine));
    Task old = tasks().insert(NewTask.of(ada.id(), "t").dueAt(before1970));
    Task changed = tasks().update(old.id(), TaskChanges.none().dueAt(fine));

    assertThat(task.dueAt()).isEqualTo(fine.truncatedTo(ChronoUnit.MICROS));
    assertThat(task.createdAt()).isEqualTo(fine.truncatedTo(ChronoUnit.MICROS));
    assertThat(old.dueAt()).isEqualTo(before1970.truncatedTo(ChronoUnit.MICROS));
    assertThat(tasks().getById(task.id())).isEqualTo(task);
    assertThat(tasks().getById(old.id())).isEqualTo(changed);
    assertThat(changed.dueAt()).isEqualTo(task.dueAt());
    assertThat(tasks().where(TASKS.DUE_AT.eq(fine)).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-12-31T23:59:59.999999Z",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void instantsOutOfRangeAreRefused(String text) {
    Instant bad = Instant.parse(text);
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    List<ThrowingCallable> calls =
        List.of(
            () -> tasks().insert(NewTask.of(ada.id(), "t").dueAt(bad)),
            () -> tasks().insert(NewTask.of(ada.id(), "t").createdAt(bad)),
            () -> tasks().insertAll(List.of(NewTask.of(ada.id(), "t").updatedAt(bad))),
            () -> tasks().load(Stream.of(NewTask.of(ada.id(), "t").dueAt(bad))),
            () -> tasks().update(task.with().dueAt(bad).build()),
            () -> tasks().update(task.id(), TaskChanges.none().dueAt(bad)),
            () -> tasks().findOpenDueBefore(bad, PageRequest.first(1)),
            () -> tasks().where(TASKS.DUE_AT.eq(bad)).list());
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining(ValueLimits.MIN_INSTANT.toString());
    }
    assertThat(tasks().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin"})
  void theZoneOfTheProcessDoesNotCount(String zone) {
    TimeZone before = TimeZone.getDefault();
    User ada = insertUser("ada");
    for (Instant instant : shuffled()) {
      tasks().insert(NewTask.of(ada.id(), "before").dueAt(instant));
    }
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      for (Instant instant : shuffled()) {
        Task task = tasks().insert(NewTask.of(ada.id(), "after").dueAt(instant));
        assertThat(tasks().getById(task.id())).isEqualTo(task);
      }
      assertThat(tasks().where(TASKS.TITLE.eq("before")).orderBy(TASKS.DUE_AT.asc()).list())
          .extracting(Task::dueAt)
          .isEqualTo(IN_ORDER);
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(tasks().where(TASKS.TITLE.eq("after")).orderBy(TASKS.DUE_AT.asc()).list())
        .extracting(Task::dueAt)
        .isEqualTo(IN_ORDER);
  }

  @Test
  void identifiersOrderWithTheTimesOfCreation() {
    User ada = insertUser("ada");
    UUID older = tasks().insert(NewTask.of(ada.id(), "t").createdAt(START.minusSeconds(9))).id();
    UUID now = insertTask(ada, "t").id();
    UUID newer = tasks().insert(NewTask.of(ada.id(), "t").createdAt(START.plusSeconds(9))).id();

    assertThat(tasks().findAll(PageRequest.first(3)).items())
        .extracting(Task::id)
        .containsExactly(older, now, newer);
  }
}
