package dev.taskstore.db.internal.statement;

import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a keyset order, all ascending or all descending. Immutable.
 *
 * @param fields the columns, the last one unique
 * @param descending whether the order is descending
 */
public record KeysetSort(List<Field<?>> fields, boolean descending) {

  /** Copies the columns. */
  public KeysetSort {
    fields = List.copyOf(fields);
  }

  /** The same order of a table that selects the columns under its own name. */
  KeysetSort of(Table<?> table) {
    return new KeysetSort(
        fields.stream()
            .<Field<?>>map(field -> Objects.requireNonNull(table.field(field), "a field"))
            .toList(),
        descending);
  }

  /** Returns the condition that no column of a row is null. */
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

  /** Returns the condition that a row is beyond a cursor, whose values are the parameters. */
  Condition beyond(boolean backward) {
    if (fields.size() == 1) {
      return beyond(fields.get(0), backward);
    }
    Field<?>[] cursor = fields.stream().map(KeysetSort::parameter).toArray(Field<?>[]::new);
    var row = DSL.row(fields);
    return descending != backward
        ? row.lessThan(DSL.row(cursor))
        : row.greaterThan(DSL.row(cursor));
  }

  private <T> Condition beyond(Field<T> field, boolean backward) {
    return descending != backward
        ? field.lessThan(parameter(field))
        : field.greaterThan(parameter(field));
  }

  private static <T> Field<T> parameter(Field<T> field) {
    @Nullable T unbound = null;
    return DSL.val(unbound, field);
  }
}
