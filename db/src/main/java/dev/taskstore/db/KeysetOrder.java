package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.statement.KeysetColumn;
import dev.taskstore.db.internal.statement.KeysetSort;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.spi.ValueStorage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.QOM.NullOrdering;
import org.jspecify.annotations.Nullable;

/**
 * The sort order of a list with keyset pagination: one or more columns. Nulls come last in both
 * directions, unless a {@link SortField} defines otherwise. Enums sort by the order of their
 * constants, whatever the stored values are. Immutable and thread-safe.
 *
 * <p>A keyset requires an order without ties. If the columns do not contain the primary key or a
 * unique key without nulls, the list appends its primary key, in the direction of the last column.
 *
 * <p>Every page is as fast as the first if all columns are not null, are not enums and have the
 * same direction, and an index contains the columns that the query compares for equality, followed
 * by exactly the columns of the order. For columns that are nullable but not null in all rows of a
 * list, use {@link #withoutNulls}.
 */
public final class KeysetOrder {

  private static final DSLContext EXPRESSIONS = expressions();

  private final List<KeysetColumn> columns;
  private final boolean withoutNulls;
  private final KeysetSort sort;
  private final List<Codec<?, Object>> types;
  private final int fingerprint;

  private KeysetOrder(List<KeysetColumn> columns, boolean withoutNulls) {
    if (columns.isEmpty()) {
      throw invalid("A keyset order requires at least one column.");
    }
    if (columns.size() > Cursor.MAXIMUM_VALUES) {
      throw invalid("A keyset order has at most " + Cursor.MAXIMUM_VALUES + " columns.");
    }
    this.columns = columns;
    this.withoutNulls = withoutNulls;
    this.sort = withoutNulls ? required(columns) : new KeysetSort(columns, List.of());
    this.types = columns.stream().<Codec<?, Object>>map(KeysetOrder::type).toList();
    this.fingerprint = fingerprint(sort.columns());
  }

  private static InvalidArgumentException invalid(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }

  private static KeysetSort required(List<KeysetColumn> columns) {
    return new KeysetSort(
        columns.stream()
            .map(column -> new KeysetColumn(column.field(), column.descending(), false, false))
            .toList(),
        columns.stream()
            .filter(KeysetColumn::nullable)
            .<Field<?>>map(KeysetColumn::field)
            .toList());
  }

  private static Codec<?, Object> type(KeysetColumn column) {
    try {
      Codec<?, Object> codec = Codec.of(column.field().getDataType());
      if (codec.isOrdered()) {
        return codec;
      }
      throw invalid(
          "A page cannot be ordered by "
              + column.field().getName()
              + ": databases order JSON differently. Order by another column, or by an expression"
              + " of another type.");
    } catch (IllegalArgumentException e) {
      throw invalid(
          "A page cannot be ordered by "
              + (column.field() instanceof Param ? "a parameter" : column.field().getName())
              + ": "
              + column.field().getType().getName()
              + " has no order that all databases share. Order by a column or an expression of"
              + " another type, or read the selection as a list or stream.");
    }
  }

  /**
   * Creates an ascending order.
   *
   * @param fields the columns, at least one
   * @return the order
   * @throws InvalidArgumentException if there are no columns or more than 32, or a column has a
   *     type that repositories do not support
   */
  public static KeysetOrder ascending(Field<?>... fields) {
    return ascending(List.of(fields));
  }

  static KeysetOrder ascending(List<? extends Field<?>> fields) {
    return of(fields, field -> column(field, false, false));
  }

  /**
   * Creates a descending order.
   *
   * @param fields the columns, at least one
   * @return the order
   * @throws InvalidArgumentException if there are no columns or more than 32, or a column has a
   *     type that repositories do not support
   */
  public static KeysetOrder descending(Field<?>... fields) {
    return of(List.of(fields), field -> column(field, true, false));
  }

  /**
   * Creates an order whose columns have directions of their own, such as {@code
   * TASKS.DUE_AT.desc(), TASKS.TITLE.asc()}.
   *
   * @param fields the columns with their directions, at least one; nulls come last unless a field
   *     has an order of nulls
   * @return the order
   * @throws InvalidArgumentException if there are no columns or more than 32, or a column has a
   *     type that repositories do not support
   */
  public static KeysetOrder of(SortField<?>... fields) {
    return of(List.of(fields));
  }

  static KeysetOrder of(List<? extends SortField<?>> fields) {
    return of(
        withoutEmpty(fields),
        field ->
            column(
                field.$field(),
                field.$sortOrder() == SortOrder.DESC,
                field.$nullOrdering() == NullOrdering.NULLS_FIRST));
  }

  private static <F> KeysetOrder of(List<? extends F> fields, Function<F, KeysetColumn> column) {
    return new KeysetOrder(fields.stream().map(column).toList(), false);
  }

  /** Removes jOOQ's empty fields, which are their own sort fields. */
  static List<SortField<?>> withoutEmpty(List<? extends SortField<?>> fields) {
    return fields.stream()
        .<SortField<?>>map(field -> field)
        .filter(field -> field.$field() != field)
        .toList();
  }

  private static KeysetColumn column(Field<?> field, boolean descending, boolean nullsFirst) {
    boolean nullable = !(field instanceof TableField) || field.getDataType().nullable();
    return new KeysetColumn(field, descending, nullable, nullable && nullsFirst);
  }

  /**
   * Returns a copy for lists without nulls: rows with a null in one of the columns are not part of
   * the list. The pages of such a list use an index on nullable columns like one on columns that
   * are not null.
   *
   * @return the copy
   */
  public KeysetOrder withoutNulls() {
    return new KeysetOrder(columns, true);
  }

  /**
   * Returns this order, with a key of a table appended if it may have ties.
   *
   * @param primaryKey the primary key; empty if the table has none
   * @throws InvalidArgumentException if the table has no key without nulls
   */
  KeysetOrder uniqueIn(Table<?> table, List<? extends Field<?>> primaryKey) {
    return uniqueIn(table, primaryKey, columns.get(columns.size() - 1).descending());
  }

  /** Returns this order, with a key of a table appended in a direction if it may have ties. */
  KeysetOrder uniqueIn(Table<?> table, List<? extends Field<?>> primaryKey, boolean descending) {
    List<List<? extends Field<?>>> keys = new ArrayList<>();
    if (!primaryKey.isEmpty()) {
      keys.add(primaryKey);
    }
    table.getKeys().stream()
        .map(UniqueKey::getFields)
        .filter(fields -> fields.stream().noneMatch(field -> field.getDataType().nullable()))
        .forEach(keys::add);
    List<Field<?>> fields = new ArrayList<>();
    columns.stream()
        .<Field<?>>map(KeysetColumn::field)
        .filter(field -> field instanceof TableField)
        .forEach(fields::add);
    if (keys.stream().anyMatch(fields::containsAll)) {
      return this;
    }
    if (keys.isEmpty()) {
      throw invalid(
          table.getName()
              + " has no primary key and no unique key without nulls, which pages require. Read"
              + " the rows as a list or stream.");
    }
    List<KeysetColumn> all = new ArrayList<>(columns);
    keys.get(0).stream()
        .filter(field -> !fields.contains(field))
        .forEach(field -> all.add(column(field, descending, false)));
    return new KeysetOrder(List.copyOf(all), withoutNulls);
  }

  KeysetSort sort() {
    return sort;
  }

  /** Returns whether a stored value may be that of a cursor in a column, from 0. */
  boolean accepts(int column, @Nullable Object stored) {
    if (stored == null) {
      return sort.columns().get(column).nullable();
    }
    Codec<?, Object> type = types.get(column);
    return type.accepts(stored) && isDecoded(type, stored);
  }

  /** Converters reject values, such as texts that are not literals of an enum. */
  private static boolean isDecoded(Codec<?, Object> type, Object stored) {
    try {
      type.fromStored(stored);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  List<Codec<?, Object>> types() {
    return types;
  }

  /** Identifies the order, so that a page token of another list is rejected. */
  int fingerprint() {
    return fingerprint;
  }

  private static int fingerprint(List<KeysetColumn> columns) {
    StringBuilder text = new StringBuilder();
    String direction = "";
    for (KeysetColumn column : columns) {
      String own = column.descending() ? "desc" : "asc";
      if (!own.equals(direction)) {
        direction = own;
        text.append(text.isEmpty() ? "" : " ").append(direction);
      }
      Field<?> field = column.field();
      text.append(' ').append(field instanceof TableField ? field.getQualifiedName() : sql(field));
      text.append(column.nullsFirst() ? " nulls first" : "");
    }
    return text.toString().hashCode();
  }

  /** Returns the SQL of an expression, which does not depend on the dialect. */
  private static String sql(Field<?> expression) {
    return EXPRESSIONS.render(expression)
        + Arrays.deepToString(EXPRESSIONS.extractBindValues(expression).toArray());
  }

  private static DSLContext expressions() {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.data(ValueStorage.class, ValueStorage.NATIVE);
    return DSL.using(configuration);
  }
}
