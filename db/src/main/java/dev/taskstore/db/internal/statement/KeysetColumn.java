package dev.taskstore.db.internal.statement;

import org.jooq.Field;
import org.jooq.SortField;

/**
 * A column of a keyset order.
 *
 * @param field the column or expression
 * @param descending whether the order is descending
 * @param nullable whether rows of the list may contain null
 * @param nullsFirst whether nulls come first
 */
public record KeysetColumn(
    Field<?> field, boolean descending, boolean nullable, boolean nullsFirst) {

  /** Returns what databases compare. */
  Field<?> sortKey() {
    return EnumOrder.of(field);
  }

  SortField<?> sortField(boolean backward) {
    Field<?> key = sortKey();
    SortField<?> sort = descending != backward ? key.desc() : key.asc();
    if (!nullable) {
      return sort;
    }
    return nullsFirst != backward ? sort.nullsFirst() : sort.nullsLast();
  }

  KeysetColumn withField(Field<?> other) {
    return new KeysetColumn(other, descending, nullable, nullsFirst);
  }
}
