package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.Codec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type has the same range, precision, order and equality on every dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TypeContract {

  final ValueTables values;

  TypeContract(DialectFixture tck) {
    values = new ValueTables(tck);
  }

  final Stream<ValueTable<?, ?, ?, ?>> tables() {
    return values.all.stream();
  }

  @BeforeEach
  final void startWithEmptyTables() {
    values.clear();
  }

  @AfterAll
  final void close() {
    values.close();
  }

  static <T> List<T> shuffled(List<T> list) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(17));
    return shuffled;
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void everyValueComesBackAsItWas(ValueTable<T, M, D, C> table) {
    List<T> shuffled = shuffled(table.samples().inOrder());
    for (T value : shuffled) {
      M inserted = table.insert(value, value);

      assertThat(table.subjectOf().apply(inserted)).isEqualTo(value);
      assertThat(table.repository().getById(value)).isEqualTo(inserted);
      assertThat(table.repository().getById(value)).hasToString(inserted.toString());
    }
    assertThat(table.repository().findAllById(shuffled))
        .extracting(table.subjectOf()::apply)
        .isEqualTo(shuffled);
    assertThat(table.repository().deleteAllById(shuffled)).isEqualTo(shuffled.size());
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void loadedValuesAreTheSame(ValueTable<T, M, D, C> table) {
    List<T> shuffled = shuffled(table.samples().inOrder());

    table.repository().load(shuffled.stream().map(value -> table.draft(value, value)));

    assertThat(table.repository().findAllById(shuffled))
        .extracting(table.subjectOf(), table.otherOf())
        .containsExactlyElementsOf(shuffled.stream().map(v -> tuple(v, v)).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void valuesAreCountedAndComparedInTheirOrder(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    table.repository().insertAll(shuffled(inOrder).stream().map(v -> table.draft(v, v)).toList());
    var all = table.repository().where(DSL.noCondition());

    if (table.other().getType() == JSON.class) {
      assertThatThrownBy(() -> all.countBy(table.other()))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("JSON");
    } else {
      assertThat(all.countBy(table.other()).keySet()).containsExactlyElementsOf(inOrder);
      assertThat(all.countBy(table.other()).values()).containsOnly(1L);
      assertThat(all.min(table.other())).contains(inOrder.get(0));
      assertThat(all.max(table.other())).contains(inOrder.get(inOrder.size() - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void valuesAreWrittenToAllRowsOfACondition(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    table.repository().insertAll(inOrder.stream().map(value -> table.draft(value, null)).toList());
    for (T value : inOrder) {
      var row = table.repository().where(table.subject().eq(value));
      assertThat(row.update(table.changeOther().apply(value))).isEqualTo(1);
      assertThat(row.list()).extracting(table.otherOf()::apply).containsExactly(value);
    }
    assertThat(table.repository().where(DSL.noCondition()).update(table.changeOther().apply(null)))
        .isEqualTo(inOrder.size());
    assertThat(table.repository().where(table.other().isNull()).delete()).isEqualTo(inOrder.size());
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void valuesHaveOneOrderInPagesStreamsAndLists(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    table.repository().insertAll(shuffled(inOrder).stream().map(v -> table.draft(v, v)).toList());

    assertThat(shuffled(inOrder).stream().sorted(Codec.of(table.subject().getDataType())))
        .isEqualTo(inOrder);
    assertThat(pages(table, PageRequest.first(2), true)).isEqualTo(inOrder);
    List<T> backwards = pages(table, PageRequest.last(2), false);
    assertThat(backwards).isEqualTo(inOrder);
    try (Stream<M> stream = table.repository().stream()) {
      assertThat(stream.map(table.subjectOf())).isEqualTo(inOrder);
    }
    List<T> descending = new ArrayList<>(inOrder);
    Collections.reverse(descending);
    assertThat(
            table
                .repository()
                .where(DSL.noCondition())
                .orderBy(table.other().desc())
                .list()
                .stream()
                .map(table.otherOf()))
        .isEqualTo(descending);
  }

  private static <T, M, D, C extends Changes<C>> List<T> pages(
      ValueTable<T, M, D, C> table, PageRequest start, boolean forward) {
    List<T> subjects = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(start);
    while (request.isPresent()) {
      // Uses the token, as a link would.
      Page<M> page = table.repository().findAll(PageRequest.of(request.get().token()));
      List<T> items = page.items().stream().map(table.subjectOf()).toList();
      subjects.addAll(forward ? subjects.size() : 0, items);
      request = forward ? page.next() : page.previous();
    }
    return subjects;
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void conditionsCompareExactly(ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    table.repository().insertAll(shuffled(inOrder).stream().map(v -> table.draft(v, v)).toList());

    for (int i = 0; i < inOrder.size(); i++) {
      T value = inOrder.get(i);
      var repository = table.repository();
      assertThat(repository.where(table.other().eq(value)).list())
          .containsExactly(repository.getById(value));
      assertThat(repository.where(table.subject().lt(value)).count()).isEqualTo(i);
      assertThat(repository.where(table.subject().gt(value)).count())
          .isEqualTo(inOrder.size() - 1L - i);
      assertThat(repository.where(table.subject().eq(DSL.inline(value, table.subject()))).count())
          .isEqualTo(1);
      assertThat(repository.where(table.subject().in(List.of(value))).exists()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void whatIsWrittenInAnotherFormIsTheSameValue(
      ValueTable<T, M, D, C> table) {
    table
        .samples()
        .otherForms()
        .forEach(
            (given, stored) -> {
              M inserted = table.insert(given, given);

              assertThat(table.subjectOf().apply(inserted)).isEqualTo(stored);
              assertThat(table.repository().getById(given)).isEqualTo(inserted);
              assertThat(table.repository().findAllById(List.of(given))).containsExactly(inserted);
              assertThat(table.repository().where(table.other().eq(given)).list())
                  .containsExactly(inserted);
              assertThat(table.repository().update(given, table.changeOther().apply(given)))
                  .isEqualTo(inserted);
              assertThat(table.repository().deleteById(given)).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void whatIsOutOfRangeNeverReachesTheDatabase(
      ValueTable<T, M, D, C> table) {
    T good = table.samples().inOrder().get(0);
    table.insert(good, null);
    var repository = table.repository();
    for (T bad : table.samples().refused()) {
      List<ThrowingCallable> calls =
          List.of(
              () -> table.insert(bad, null),
              () -> table.insert(good, bad),
              () -> repository.insertAll(List.of(table.draft(good, bad))),
              () -> repository.load(Stream.of(table.draft(bad, null))),
              () -> repository.update(good, table.changeOther().apply(bad)),
              () -> repository.findById(bad),
              () -> repository.findAllById(List.of(bad)),
              () -> repository.deleteById(bad),
              () -> repository.where(table.other().eq(bad)).list());
      for (ThrowingCallable call : calls) {
        assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class);
      }
    }
    assertThat(repository.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void nullIsTakenManyTimesAndComesLast(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    T last = inOrder.get(inOrder.size() - 1);
    M withValue = table.insert(last, last);
    List<M> without = new ArrayList<>();
    for (T value : inOrder.subList(0, inOrder.size() - 1)) {
      without.add(table.insert(value, null));
    }

    assertThat(table.repository().where(table.other().isNull()).list()).isEqualTo(without);
    assertThat(table.repository().where(DSL.noCondition()).orderBy(table.other().desc()).first())
        .contains(withValue);
    assertThat(
            table.otherOf().apply(table.repository().update(last, table.changeOther().apply(null))))
        .isNull();
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void theClientAndTheDatabaseHaveOneDefault(
      ValueTable<T, M, D, C> table) {
    T subject = table.samples().inOrder().get(0);
    M inserted = table.repository().insert(table.draft().apply(subject));
    assertThat(table.presetOf().apply(inserted)).isEqualTo(table.samples().preset());
    table.repository().deleteById(subject);

    values
        .database
        .dsl()
        .insertInto(Objects.requireNonNull(table.subject().getTable()))
        .set(table.subject(), subject)
        .execute();

    assertThat(table.repository().getById(subject)).isEqualTo(inserted);
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void uniqueKeysCompareExactly(ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    T first = inOrder.get(0);
    T second = inOrder.get(1);
    table.insert(first, first);

    SchoolContract.assertNames(
        UniqueViolationException.class, "pk_" + table, () -> table.insert(first, second));
    SchoolContract.assertNames(
        UniqueViolationException.class, "pk_" + table, () -> table.insert(first, first));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_" + table + "_other",
        () -> table.insert(second, first));
    table.insert(second, second);
    SchoolContract.assertNames(
        UniqueViolationException.class, "pk_" + table, () -> table.insert(second, first));
    SchoolContract.assertNames(
        UniqueViolationException.class,
        "uq_" + table + "_other",
        () -> table.repository().update(second, table.changeOther().apply(first)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void plainJooqReadsAndWritesTheSame(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    var dsl = values.database.dsl();
    for (T value : shuffled(inOrder)) {
      dsl.insertInto(Objects.requireNonNull(table.subject().getTable()))
          .set(table.subject(), value)
          .set(table.other(), value)
          .execute();
    }

    assertThat(
            dsl.select(table.other())
                .from(Objects.requireNonNull(table.subject().getTable()))
                .orderBy(table.other())
                .fetch(table.other()))
        .isEqualTo(inOrder);
    assertThat(table.repository().findAllById(inOrder)).hasSameSizeAs(inOrder);
  }
}
