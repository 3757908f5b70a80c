package dev.taskstore.testdata.schema;

import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that a table contains before rows are generated, such as those of its changelog,
 * in the same order on every database.
 */
final class ExistingRows {

  private ExistingRows() {}

  /**
   * Reads the rows.
   *
   * @param dsl jOOQ in the transaction of the load
   * @param table the table
   * @param columns its columns
   * @param needed those whose values are read; the others are null in the result
   */
  static List<@Nullable Object[]> read(
      DSLContext dsl, Table<?> table, List<Column> columns, List<Column> needed) {
    if (needed.isEmpty() || !dsl.fetchExists(table)) {
      return List.of();
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Field<?>> fields =
        needed.stream().<Field<?>>map(column -> TableColumn.of(column.field()).field()).toList();
    for (Record found : dsl.select(fields).from(table).orderBy(order(needed)).fetch()) {
      @Nullable Object[] row = new @Nullable Object[columns.size()];
      for (int i = 0; i < fields.size(); i++) {
        row[needed.get(i).position()] = found.get(i);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<SortField<?>> order(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.type() != ValueType.JSON && column.type() != ValueType.JSONB)
        .<SortField<?>>map(
            column -> column.isNullable() ? column.field().asc().nullsLast() : column.field().asc())
        .toList();
  }
}
