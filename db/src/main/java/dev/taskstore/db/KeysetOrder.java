package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.statement.KeysetSort;
import dev.taskstore.db.internal.value.ValueType;
import java.util.List;
import org.jooq.Field;

/**
 * The order of a list that is paged by keyset: some columns, the last of them unique, all ascending
 * or all descending. Rows in which one of the columns is null are not part of the list. Immutable.
 *
 * <p>An index over just these columns, behind those that the query compares for equality, makes
 * every page as fast as the first.
 */
public final class KeysetOrder {

  private final KeysetSort sort;
  private final List<ValueType> types;
  private final int fingerprint;

  private KeysetOrder(List<Field<?>> fields, boolean descending) {
    if (fields.isEmpty()) {
      throw new InvalidArgumentException(
          "A keyset order needs at least one column.", FailureContext.NONE);
    }
    this.sort = new KeysetSort(fields, descending);
    this.types = fields.stream().map(field -> ValueType.of(field.getDataType())).toList();
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

  KeysetSort sort() {
    return sort;
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
