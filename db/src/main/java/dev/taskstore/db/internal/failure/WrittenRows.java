package dev.taskstore.db.internal.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a failed write, for a {@link ViolationProbe}.
 *
 * @param table the table
 * @param kind the kind of write
 * @param arbiter the columns of an upsert's unique key, otherwise empty
 * @param rows returns the stored values by column
 */
public record WrittenRows(
    Table<?> table,
    Kind kind,
    List<String> arbiter,
    Supplier<List<Map<String, @Nullable Object>>> rows) {

  public enum Kind {
    INSERT,
    UPDATE,
    UPSERT
  }

  public static Map<String, @Nullable Object> row(
      List<? extends TableField<?, ?>> columns, List<? extends @Nullable Object> values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).getName(), values.get(i));
    }
    return row;
  }

  public static List<String> names(List<? extends Named> columns) {
    return columns.stream().map(Named::getName).toList();
  }
}
