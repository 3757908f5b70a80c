package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.statement.KeysetSort;
import dev.taskstore.db.mapping.Codec;
import java.util.List;
import org.jooq.Field;

/**
 * The sort order of a list with keyset pagination: one or more columns, the last of them unique,
 * all ascending or all descending. Rows with a null in one of the columns are not part of the list.
 * Immutable.
 *
 * <p>Every page is as fast as the first if an index contains the columns that the query compares
 * for equality, followed by exactly the columns of the order.
 */
public final class KeysetOrder {

  private final KeysetSort sort;
  private final List<Codec<?, Object>> types;
  private final int fingerprint;

  private KeysetOrder(List<Field<?>> fields, boolean descending) {
    if (fields.isEmpty()) {
      throw new InvalidArgumentException(
          "A keyset order requires at least one column.", FailureContext.NONE);
    }
    this.sort = new KeysetSort(fields, descending);
    this.types =
        fields.stream().<Codec<?, Object>>map(field -> Codec.of(field.getDataType())).toList();
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

  KeysetSort sort() {
    return sort;
  }

  List<Codec<?, Object>> types() {
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
