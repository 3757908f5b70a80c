package dev.taskstore.db.internal.statement;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The columns of a keyset order. Immutable.
 *
 * @param columns the columns, which together are unique in the list
 * @param required the columns in which rows with null are not part of the list
 */
public record KeysetSort(List<KeysetColumn> columns, List<Field<?>> required) {

  /** Copies the columns. */
  public KeysetSort {
    columns = List.copyOf(columns);
    required = List.copyOf(required);
  }

  List<Field<?>> fields() {
    return columns.stream().<Field<?>>map(KeysetColumn::field).toList();
  }

  /** Returns the same order of other columns or expressions. */
  KeysetSort map(UnaryOperator<Field<?>> change) {
    return new KeysetSort(
        columns.stream().map(column -> column.withField(change.apply(column.field()))).toList(),
        required);
  }

  /** Returns the same order of a table that selects the columns under its own name. */
  KeysetSort of(Table<?> table) {
    KeysetSort own = map(field -> Objects.requireNonNull(table.field(field), "a field"));
    return new KeysetSort(own.columns(), List.of());
  }

  /** Returns the condition that a row is part of the list. */
  Condition isComplete() {
    return DSL.and(required.stream().map(Field::isNotNull).toList());
  }

  List<SortField<?>> sortFields(boolean backward) {
    return columns.stream().<SortField<?>>map(column -> column.sortField(backward)).toList();
  }
}
