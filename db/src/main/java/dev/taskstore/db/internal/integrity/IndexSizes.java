package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.spi.TransferSupport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
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

  private static final List<Class<?>> FIXED =
      List.of(Number.class, Boolean.class, UUID.class, Temporal.class, Duration.class, Enum.class);

  /**
   * An index or a key.
   *
   * @param name the name
   * @param columns the names of its columns
   * @param positions the positions of its columns in the table, from 0
   */
  record Indexed(String name, List<String> columns, List<Integer> positions) {}

  private final TransferSupport target;
  private final List<CheckedColumn> columns;
  private final List<Indexed> indexes = new ArrayList<>();

  IndexSizes(Table<?> table, TransferSupport target) {
    this.target = target;
    this.columns = table.fieldStream().<CheckedColumn>map(CheckedColumn::of).toList();
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
    boolean isFixed = true;
    for (String column : columns) {
      int position = table.indexOf(column);
      if (position >= 0) {
        positions.add(position);
        isFixed &= isFixed(table.field(position));
      }
    }
    if (!isFixed) {
      indexes.add(new Indexed(name, columns, positions));
    }
  }

  /** Returns whether the values of a column are too small to matter. */
  private static boolean isFixed(@Nullable Field<?> field) {
    return field != null && FIXED.stream().anyMatch(type -> type.isAssignableFrom(field.getType()));
  }

  /** Returns whether the size of a column's values matters. */
  boolean uses(int position) {
    return indexes.stream().anyMatch(index -> index.positions().contains(position));
  }

  /**
   * Returns the indexes that may refuse a row.
   *
   * @param values the values of the row, in the order of the table; those of columns that no index
   *     uses may be null
   */
  List<Indexed> exceeded(List<@Nullable Object> values) {
    List<Indexed> exceeded = new ArrayList<>();
    for (Indexed index : indexes) {
      List<Integer> sizes = new ArrayList<>();
      for (int position : index.positions()) {
        sizes.add(size(columns.get(position), values.get(position)));
      }
      if (target.mayExceedIndex(sizes)) {
        exceeded.add(index);
      }
    }
    return exceeded;
  }

  private static int size(CheckedColumn column, @Nullable Object value) {
    if (value == null || value == CheckedColumn.UNREADABLE) {
      return 0;
    }
    Object stored = column.codec() == null ? value : column.codec().toStored(value);
    if (stored instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
    return stored instanceof Bytes bytes ? bytes.length() : FIXED_SIZE;
  }
}
