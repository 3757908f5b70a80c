package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.spi.TransferSupport;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Index;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows whose values an index or a key of another database may refuse, because of their size.
 */
final class IndexSizes {

  /** The size of a value of a type with a fixed size, or more. */
  private static final int FIXED_SIZE = 16;

  /**
   * An index or a key.
   *
   * @param name the name
   * @param columns the names of its columns
   * @param positions the positions of its columns in the table, from 0
   */
  record Indexed(String name, List<String> columns, List<Integer> positions) {}

  private final TransferSupport target;
  private final List<Indexed> indexes = new ArrayList<>();

  IndexSizes(Table<?> table, TransferSupport target) {
    this.target = target;
    for (UniqueKey<?> key : table.getKeys()) {
      add(table, key.getName(), key.getFields().stream().map(Named::getName).toList());
    }
    for (Index index : table.getIndexes()) {
      add(
          table,
          index.getName(),
          index.getFields().stream().map(field -> field.$field().getName()).toList());
    }
    indexes.sort((one, other) -> one.name().compareTo(other.name()));
  }

  private void add(Table<?> table, String name, List<String> columns) {
    List<Integer> positions = new ArrayList<>();
    for (String column : columns) {
      int position = table.indexOf(column);
      if (position >= 0) {
        positions.add(position);
      }
    }
    indexes.add(new Indexed(name, columns, positions));
  }

  /** Returns the indexes that may refuse the current row. */
  List<Indexed> exceeded(RowReader row, List<@Nullable Object> values) throws SQLException {
    List<Indexed> exceeded = new ArrayList<>();
    for (Indexed index : indexes) {
      List<Integer> sizes = new ArrayList<>();
      for (int position : index.positions()) {
        sizes.add(size(row, position, values.get(position)));
      }
      if (target.mayExceedIndex(sizes)) {
        exceeded.add(index);
      }
    }
    return exceeded;
  }

  private static int size(RowReader row, int position, @Nullable Object value) throws SQLException {
    if (value == null || value == CheckedColumn.UNREADABLE) {
      return 0;
    } else if (value instanceof Bytes bytes) {
      return bytes.length();
    } else if (value instanceof Number
        || value instanceof Boolean
        || value instanceof UUID
        || value instanceof Temporal
        || value instanceof Duration) {
      return FIXED_SIZE;
    }
    String text = row.text(position + 1);
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
