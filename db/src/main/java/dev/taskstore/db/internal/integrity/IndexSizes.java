package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.spi.TransferSupport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.JSON;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows whose values an index or a key of another database may refuse, because of their size.
 */
final class IndexSizes {

  /** The size of a value of a type with a fixed size, or more. */
  private static final int FIXED_SIZE = 16;

  private static final List<Class<?>> FIXED =
      List.of(Number.class, Boolean.class, UUID.class, Temporal.class, Duration.class, Enum.class);

  /** The stored types whose size every database determines with {@code octet_length}. */
  private static final Set<Class<?>> OCTETS = Set.of(String.class, JSON.class, byte[].class);

  /**
   * An index or a key.
   *
   * @param name the name
   * @param columns the names of its columns
   * @param positions the positions of its columns in the table, from 0
   */
  record Indexed(String name, List<String> columns, List<Integer> positions) {}

  /** The largest of the bounds that are tried: indexes accept less. */
  private static final int LARGEST_BOUND = 1 << 16;

  private final TransferSupport target;
  private final Table<?> table;
  private final List<CheckedColumn> columns;
  private final List<Indexed> indexes = new ArrayList<>();

  /** Of each index, in the same order, what {@link #suspicion} returns. */
  private final List<Optional<Condition>> suspicions;

  IndexSizes(Table<?> table, TransferSupport target) {
    this.target = target;
    this.table = table;
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
    this.suspicions = indexes.stream().map(this::suspicion).toList();
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

  /**
   * Returns a condition of the rows with a large value in an index, which the index may refuse;
   * empty if the database cannot determine the sizes, or if the index may refuse every row.
   */
  private Optional<Condition> suspicion(Indexed index) {
    List<Field<?>> sized = new ArrayList<>();
    for (int position : index.positions()) {
      Field<?> field = table.field(position);
      if (field != null && !isFixed(field)) {
        if (!hasOctets(columns.get(position))) {
          return Optional.empty();
        }
        sized.add(field);
      }
    }
    return bound(index)
        .map(bound -> DSL.or(sized.stream().map(field -> isLarger(field, bound)).toList()));
  }

  private static boolean hasOctets(CheckedColumn column) {
    return column.codec() != null
        && OCTETS.contains(column.field().getBinding().converter().fromType());
  }

  private static Condition isLarger(Field<?> field, int bytes) {
    return DSL.field("octet_length({0})", Integer.class, field).gt(DSL.inline(bytes));
  }

  /** Returns a size that all values of the index may have at the same time. */
  private Optional<Integer> bound(Indexed index) {
    for (int bound = LARGEST_BOUND; bound > 0; bound /= 2) {
      int size = bound;
      List<Integer> sizes =
          index.positions().stream()
              .map(position -> isFixed(table.field(position)) ? FIXED_SIZE : size)
              .toList();
      if (!target.mayExceedIndex(sizes)) {
        return Optional.of(bound);
      }
    }
    return Optional.empty();
  }

  /** Returns the condition of the rows with a large value in an index that is not read. */
  Condition suspicion() {
    return DSL.or(suspicions.stream().flatMap(Optional::stream).toList());
  }

  /** Returns whether a column must be read, because the size of its values matters. */
  boolean mustRead(int position) {
    for (int i = 0; i < indexes.size(); i++) {
      if (suspicions.get(i).isEmpty() && indexes.get(i).positions().contains(position)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an index that must be read may refuse a row. */
  boolean exceedsRead(List<@Nullable Object> values) {
    for (int i = 0; i < indexes.size(); i++) {
      if (suspicions.get(i).isEmpty() && mayExceed(indexes.get(i), values)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the indexes that may refuse a row.
   *
   * @param values the values of the row, in the order of the table
   */
  List<Indexed> exceeded(List<@Nullable Object> values) {
    List<Indexed> exceeded = new ArrayList<>();
    for (Indexed index : indexes) {
      if (mayExceed(index, values)) {
        exceeded.add(index);
      }
    }
    return exceeded;
  }

  private boolean mayExceed(Indexed index, List<@Nullable Object> values) {
    List<Integer> sizes = new ArrayList<>();
    for (int position : index.positions()) {
      sizes.add(size(columns.get(position), values.get(position)));
    }
    return target.mayExceedIndex(sizes);
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
