package dev.taskstore.db.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class CursorConditionTest {

  private static final Field<Integer> GROUP =
      DSL.field(DSL.name("g"), SQLDataType.INTEGER.nullable(false));
  private static final Field<Integer> ID =
      DSL.field(DSL.name("id"), SQLDataType.INTEGER.nullable(false));

  private static KeysetColumn ascending(Field<?> field) {
    return new KeysetColumn(field, false, false, false);
  }

  private static KeysetColumn descending(Field<?> field) {
    return new KeysetColumn(field, true, false, false);
  }

  private static KeysetColumn nullable(Field<?> field, boolean descending, boolean nullsFirst) {
    return new KeysetColumn(field, descending, true, nullsFirst);
  }

  /** The condition after or before the values 0, 1, 2 and so on, except nulls. */
  private static Condition beyond(boolean backward, Set<Integer> nulls, KeysetColumn... columns) {
    return new CursorCondition(List.of(columns), backward, nulls::contains, DSL::val).create();
  }

  private static Condition after(KeysetColumn... columns) {
    return beyond(false, Set.of(), columns);
  }

  private static Condition before(KeysetColumn... columns) {
    return beyond(true, Set.of(), columns);
  }

  @Test
  void columnsOfOneDirectionAreComparedAsARow() {
    assertThat(after(ascending(GROUP), ascending(ID))).isEqualTo(DSL.row(GROUP, ID).gt(0, 1));
    assertThat(before(ascending(GROUP), ascending(ID))).isEqualTo(DSL.row(GROUP, ID).lt(0, 1));
    assertThat(after(descending(GROUP), descending(ID))).isEqualTo(DSL.row(GROUP, ID).lt(0, 1));
    assertThat(before(descending(GROUP), descending(ID))).isEqualTo(DSL.row(GROUP, ID).gt(0, 1));
  }

  @Test
  void anOrderOfOneColumnComparesNoRows() {
    assertThat(after(ascending(ID))).isEqualTo(ID.gt(0));
    assertThat(before(ascending(ID))).isEqualTo(ID.lt(0));
    assertThat(after(descending(ID))).isEqualTo(ID.lt(0));
    assertThat(before(descending(ID))).isEqualTo(ID.gt(0));
  }

  @Test
  void otherDirectionsAreComparedColumnByColumnWithABoundOfTheFirst() {
    assertThat(after(descending(GROUP), ascending(ID)))
        .isEqualTo(GROUP.le(0).and(GROUP.lt(0).or(GROUP.eq(0).and(ID.gt(1)))));
    assertThat(before(descending(GROUP), ascending(ID)))
        .isEqualTo(GROUP.ge(0).and(GROUP.gt(0).or(GROUP.eq(0).and(ID.lt(1)))));
  }

  @Test
  void nullsAreBeyondAllValuesOrBeforeThem() {
    assertThat(after(nullable(GROUP, false, false), ascending(ID)))
        .isEqualTo(GROUP.gt(0).or(GROUP.isNull()).or(GROUP.eq(0).and(ID.gt(1))));
    assertThat(before(nullable(GROUP, true, false), ascending(ID)))
        .isEqualTo(GROUP.gt(0).or(GROUP.eq(0).and(ID.lt(1))));
    assertThat(after(nullable(GROUP, true, true), ascending(ID)))
        .isEqualTo(GROUP.lt(0).or(GROUP.eq(0).and(ID.gt(1))));
    assertThat(before(nullable(GROUP, false, true), ascending(ID)))
        .isEqualTo(GROUP.lt(0).or(GROUP.isNull()).or(GROUP.eq(0).and(ID.lt(1))));
  }

  @Test
  void aCursorAtANullIsBeyondAllValuesOrBeforeThem() {
    Set<Integer> first = Set.of(0);

    assertThat(beyond(false, first, nullable(GROUP, false, false), ascending(ID)))
        .isEqualTo(GROUP.isNull().and(ID.gt(1)));
    assertThat(beyond(true, first, nullable(GROUP, false, false), ascending(ID)))
        .isEqualTo(GROUP.isNotNull().or(GROUP.isNull().and(ID.lt(1))));
    assertThat(beyond(false, first, nullable(GROUP, false, true), ascending(ID)))
        .isEqualTo(GROUP.isNotNull().or(GROUP.isNull().and(ID.gt(1))));
    assertThat(beyond(false, first, nullable(GROUP, false, false))).isEqualTo(DSL.falseCondition());
  }

  @Test
  void valuesAreRequestedInTheOrderOfTheText() {
    List<Integer> places = new ArrayList<>();
    KeysetColumn[] columns = {descending(GROUP), ascending(ID), descending(ID)};

    Condition condition =
        new CursorCondition(
                List.of(columns),
                false,
                column -> false,
                column -> {
                  places.add(column);
                  return DSL.val(column);
                })
            .create();

    assertThat(DSL.using(org.jooq.SQLDialect.DEFAULT).extractBindValues(condition))
        .isEqualTo(places);
    assertThat(places).containsExactly(0, 0, 0, 1, 1, 2);
  }

  @Test
  void backwardOrdersAreReversedWithTheirNulls() {
    KeysetSort sort =
        new KeysetSort(List.of(nullable(GROUP, true, false), ascending(ID)), List.of());

    assertThat(sort.sortFields(false)).isEqualTo(List.of(GROUP.desc().nullsLast(), ID.asc()));
    assertThat(sort.sortFields(true)).isEqualTo(List.of(GROUP.asc().nullsFirst(), ID.desc()));
  }

  @Test
  void rowsWithoutRequiredValuesAreNotPartOfTheList() {
    assertThat(new KeysetSort(List.of(ascending(ID)), List.of(GROUP)).isComplete())
        .isEqualTo(GROUP.isNotNull());
    assertThat(new KeysetSort(List.of(ascending(ID)), List.of()).isComplete())
        .isEqualTo(DSL.noCondition());
  }
}
