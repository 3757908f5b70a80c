package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.value.ValueType;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The sort order of a list with keyset pagination: one or more columns, the last of them unique,
 * all ascending or all descending. Rows with a null in one of the columns are not part of the list.
 * Immutable.
 *
 * <p>Every page is as fast as the first if an index contains the columns that the query compares
 * for equality, followed by exactly the columns of the order.
 */
public final class KeysetOrder {

  private final List<Field<?>> fields;
  private final boolean descending;
  private final List<ValueType> types;
  private final int fingerprint;

  private KeysetOrder(List<Field<?>> fields, boolean descending) {
    if (fields.isEmpty()) {
      throw new InvalidArgumentException(
          "A keyset order requires at least one column.", FailureContext.NONE);
    }
    this.fields = List.copyOf(fields);
    this.descending = descending;
    this.types = fields.stream().map(field -> ValueType.of(field.getDataType())).toList();
    this.fingerprint = fingerprint(fields, descending);
  }

  /**
   * Creates an ascending order.
   *
   * @param fields the columns, at least one, the last one unique
   * @return the order
   * @throws InvalidArgumentException if there are no columns
   * @throws IllegalArgumentException if a column has a type that repositories do not support
   */
  public static KeysetOrder ascending(Field<?>... fields) {
    return new KeysetOrder(List.of(fields), false);
  }

  /**
   * Creates a descending order.
   *
   * @param fields the columns, at least one, the last one unique
   * @return the order
   * @throws InvalidArgumentException if there are no columns
   * @throws IllegalArgumentException if a column has a type that repositories do not support
   */
  public static KeysetOrder descending(Field<?>... fields) {
    return new KeysetOrder(List.of(fields), true);
  }

  static KeysetOrder ascending(List<? extends Field<?>> fields) {
    return new KeysetOrder(List.copyOf(fields), false);
  }

  List<Field<?>> fields() {
    return fields;
  }

  /** Returns the same order over the columns of a derived table or alias. */
  KeysetOrder of(Table<?> table) {
    return new KeysetOrder(
        fields.stream()
            .<Field<?>>map(field -> Objects.requireNonNull(table.field(field), "a field"))
            .toList(),
        descending);
  }

  /** The condition that no column of the order is null. */
  Condition isComplete() {
    return DSL.and(
        fields.stream()
            .filter(field -> field.getDataType().nullable())
            .map(Field::isNotNull)
            .toList());
  }

  List<SortField<?>> sortFields(boolean backward) {
    return fields.stream()
        .<SortField<?>>map(field -> descending != backward ? field.desc() : field.asc())
        .toList();
  }

  /**
   * The condition that a row comes after the cursor, or before it when paging backward. The values
   * are those of the columns, in their order.
   */
  Condition beyond(List<? extends @Nullable Object> values, boolean backward) {
    Field<?>[] cursor = new Field<?>[fields.size()];
    for (int i = 0; i < cursor.length; i++) {
      cursor[i] = value(fields.get(i), values.get(i));
    }
    if (cursor.length == 1) {
      return beyond(fields.get(0), cursor[0], backward);
    }
    var row = DSL.row(fields);
    return descending != backward
        ? row.lessThan(DSL.row(cursor))
        : row.greaterThan(DSL.row(cursor));
  }

  @SuppressWarnings("unchecked")
  private <T> Condition beyond(Field<T> field, Field<?> cursor, boolean backward) {
    return descending != backward
        ? field.lessThan((Field<T>) cursor)
        : field.greaterThan((Field<T>) cursor);
  }

  @SuppressWarnings("unchecked")
  private static <T> Field<T> value(Field<T> field, @Nullable Object value) {
    return DSL.val((T) value, field);
  }

  List<ValueType> types() {
    return types;
  }

  /** Identifies the order, so that a page token of another list is rejected. */
  int fingerprint() {
    return fingerprint;
  }

  private static int fingerprint(List<Field<?>> fields, boolean descending) {
    StringBuilder text = new StringBuilder(descending ? "desc" : "asc");
    fields.forEach(field -> text.append(' ').append(field.getQualifiedName()));
    return text.toString().hashCode();
  }
}
