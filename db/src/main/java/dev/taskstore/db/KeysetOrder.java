package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codec;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list that is paged by keyset: some columns, the last of them unique, all ascending
 * or all descending. Rows in which one of the columns is null are not part of the list. Immutable.
 *
 * <p>An index over just these columns, behind those that the query compares for equality, makes
 * every page as fast as the first.
 */
public final class KeysetOrder {

  private final List<Field<?>> fields;
  private final boolean descending;
  private final List<Codec<?, Object>> types;
  private final int fingerprint;

  private KeysetOrder(List<Field<?>> fields, boolean descending) {
    if (fields.isEmpty()) {
      throw new InvalidArgumentException(
          "A keyset order needs at least one column.", FailureContext.NONE);
    }
    this.fields = List.copyOf(fields);
    this.descending = descending;
    this.types =
        fields.stream().<Codec<?, Object>>map(field -> Codec.of(field.getDataType())).toList();
    this.fingerprint = fingerprint(fields, descending);
  }

  /**
   * Smallest first.
   *
   * @param fields the columns, the last one unique
   * @return the order
   */
  public static KeysetOrder ascending(Field<?>... fields) {
    return new KeysetOrder(List.of(fields), false);
  }

  /**
   * Greatest first.
   *
   * @param fields the columns, the last one unique
   * @return the order
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

  /** The same order of what a query selects under another name. */
  KeysetOrder of(Table<?> table) {
    return new KeysetOrder(
        fields.stream()
            .<Field<?>>map(field -> Objects.requireNonNull(table.field(field), "a field"))
            .toList(),
        descending);
  }

  /** The condition that a row has a place in the order. */
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

  /** The condition that a row stands behind the cursor, whose values are given in this order. */
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

  List<Codec<?, Object>> types() {
    return types;
  }

  /** Tells orders apart, so that a page token is not taken for another list's. */
  int fingerprint() {
    return fingerprint;
  }

  private static int fingerprint(List<Field<?>> fields, boolean descending) {
    StringBuilder text = new StringBuilder(descending ? "desc" : "asc");
    fields.forEach(field -> text.append(' ').append(field.getQualifiedName()));
    return text.toString().hashCode();
  }
}
