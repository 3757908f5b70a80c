package dev.taskstore.db.internal.statement;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Creates the condition that a row is beyond a cursor.
 *
 * <p>Columns with the same direction and without nulls are compared as one row value, which
 * databases look up in an index. Otherwise each column is compared by itself.
 */
final class CursorCondition {

  private final List<KeysetColumn> columns;
  private final boolean backward;
  private final IntPredicate isNull;
  private final IntFunction<Field<?>> values;

  /**
   * Creates the condition of a cursor.
   *
   * @param isNull returns whether the cursor's value in a column, from 0, is null
   * @param values returns the value in a column; called in the order of the condition's text
   */
  CursorCondition(
      List<KeysetColumn> columns,
      boolean backward,
      IntPredicate isNull,
      IntFunction<Field<?>> values) {
    this.columns = columns;
    this.backward = backward;
    this.isNull = isNull;
    this.values = values;
  }

  Condition create() {
    KeysetColumn first = columns.get(0);
    if (isComparable(0) || first.nullable()) {
      return beyond(0);
    }
    // Planners use the first bound for an index, but not the alternatives after it.
    Condition bound = bound(first.sortKey(), isDescending(first), value(0));
    return bound.and(beyond(0));
  }

  private boolean isDescending(KeysetColumn column) {
    return column.descending() != backward;
  }

  /** Returns whether the columns from an index on are compared as one row value. */
  private boolean isComparable(int from) {
    boolean descending = columns.get(from).descending();
    return columns.subList(from, columns.size()).stream()
        .allMatch(column -> !column.nullable() && column.descending() == descending);
  }

  private Condition beyond(int index) {
    if (isComparable(index)) {
      return rowBeyond(index);
    }
    Condition after = after(index);
    if (index == columns.size() - 1) {
      return after == null ? DSL.falseCondition() : after;
    }
    Condition equal = equal(index).and(beyond(index + 1));
    return after == null ? equal : after.or(equal);
  }

  private Condition rowBeyond(int from) {
    boolean descending = isDescending(columns.get(from));
    if (from == columns.size() - 1) {
      return compared(columns.get(from).sortKey(), descending, value(from));
    }
    Field<?>[] fields = new Field<?>[columns.size() - from];
    Field<?>[] cursor = new Field<?>[fields.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.get(from + i).sortKey();
      cursor[i] = value(from + i);
    }
    return descending
        ? DSL.row(fields).lessThan(DSL.row(cursor))
        : DSL.row(fields).greaterThan(DSL.row(cursor));
  }

  /** Returns the condition that a column is beyond the cursor; null if no value is. */
  private @Nullable Condition after(int index) {
    KeysetColumn column = columns.get(index);
    boolean nullsBeyond = column.nullable() && column.nullsFirst() == backward;
    if (isNull.test(index)) {
      return nullsBeyond ? null : column.field().isNotNull();
    }
    Condition compared = compared(column.sortKey(), isDescending(column), value(index));
    return nullsBeyond ? compared.or(column.field().isNull()) : compared;
  }

  private Condition equal(int index) {
    Field<?> field = columns.get(index).field();
    return isNull.test(index) ? field.isNull() : equal(field, values.apply(index));
  }

  /** Returns what databases compare with the sort key of a column. */
  private Field<?> value(int index) {
    return EnumOrder.of(values.apply(index));
  }

  @SuppressWarnings("unchecked") // The values have the types of their columns.
  private static <T> Condition equal(Field<T> field, Field<?> value) {
    return field.eq((Field<T>) value);
  }

  @SuppressWarnings("unchecked")
  private static <T> Condition compared(Field<T> field, boolean descending, Field<?> value) {
    return descending ? field.lessThan((Field<T>) value) : field.greaterThan((Field<T>) value);
  }

  @SuppressWarnings("unchecked")
  private static <T> Condition bound(Field<T> field, boolean descending, Field<?> value) {
    return descending
        ? field.lessOrEqual((Field<T>) value)
        : field.greaterOrEqual((Field<T>) value);
  }
}
