package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.rows.NumberTotal;
import dev.taskstore.db.internal.rows.RowStream;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.KeysetSource;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.MappedColumn;
import java.math.BigDecimal;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a table that satisfy a condition. Immutable; as thread-safe as its repository.
 *
 * <p>The order is the same on every dialect: nulls of columns and expressions come last unless a
 * sort field defines otherwise, and ties are ordered by primary key, or by all columns in a table
 * without a primary key. Enums sort by the order of their constants; the database sorts the rows
 * for it, without an index. Conditions such as {@code gt} compare the stored texts of enums.
 *
 * @param <M> the entity
 */
public sealed class Selection<M> permits KeyedSelection {

  /** The number of rows that a stream fetches at a time. */
  public static final int FETCH_SIZE = 500;

  private static final Set<DataType<?>> JSON_TYPES = Set.of(SQLDataType.JSON, SQLDataType.JSONB);

  private static final Set<Class<?>> SUMMABLE_TYPES =
      Set.of(Short.class, Integer.class, Long.class, BigDecimal.class);
  private static final Set<Class<?>> FLOATING_TYPES = Set.of(Float.class, Double.class);

  private final TableRepository<M, ?> repository;
  private final Condition condition;
  private final List<SortField<?>> order;

  Selection(TableRepository<M, ?> repository, Condition condition, List<SortField<?>> order) {
    this.repository = repository;
    this.condition = condition;
    this.order = order;
  }

  /**
   * Returns a copy with an order.
   *
   * @param fields the order, for example {@code TASKS.TITLE.asc()}, or {@code
   *     TASKS.PRIORITY.desc()}, which starts with the last constant of the enum. jOOQ's empty
   *     fields, such as that of {@code sortAsc()} without values, are ignored
   * @return the copy
   */
  public Selection<M> orderBy(SortField<?>... fields) {
    return new Selection<>(repository, condition, KeysetOrder.withoutEmpty(List.of(fields)));
  }

  /**
   * Reads all entities into memory.
   *
   * @return the entities
   */
  public List<M> list() {
    return fetch(statements().select(condition, order, Integer.MAX_VALUE));
  }

  /**
   * Reads the first entities.
   *
   * @param limit the maximum number of entities, at least 1
   * @return the entities
   * @throws InvalidArgumentException if the limit is less than 1
   */
  public List<M> list(int limit) {
    if (limit < 1) {
      throw new InvalidArgumentException(
          "The limit must be at least 1, not " + limit + ".", FailureContext.NONE);
    }
    return fetch(statements().select(condition, order, limit));
  }

  /**
   * Reads the first entity.
   *
   * @return the entity, or empty if there is none
   */
  public Optional<M> first() {
    return list(1).stream().findFirst();
  }

  /**
   * Reads a page in the order of {@link #list}: the order of {@link #orderBy}, or that of the
   * primary key.
   *
   * @param request the position and size of the page
   * @return the page
   * @throws InvalidArgumentException if the request was made for a list with another order; if the
   *     order has more than 31 columns, or an expression of a type that columns do not have; or if
   *     the table has neither a primary key nor a unique key without nulls
   */
  public Page<M> page(PageRequest request) {
    List<? extends Field<?>> key = primaryKey();
    KeysetOrder keyset =
        order.isEmpty() && !key.isEmpty() ? KeysetOrder.ascending(key) : KeysetOrder.of(order);
    return read(request, keyset.uniqueIn(table(), key, false));
  }

  /**
   * Reads a page in an order of its own.
   *
   * @param request the position and size of the page
   * @param keyset the order
   * @return the page
   * @throws InvalidArgumentException if this selection has an order already; if the request was
   *     made for a list with another order; or if the order may have ties and the table has neither
   *     a primary key nor a unique key without nulls
   */
  public Page<M> page(PageRequest request, KeysetOrder keyset) {
    if (!order.isEmpty()) {
      throw new InvalidArgumentException(
          "The selection has an order already. Use page(request), or remove orderBy.",
          FailureContext.NONE);
    }
    return read(request, keyset.uniqueIn(table(), primaryKey()));
  }

  private Page<M> read(PageRequest request, KeysetOrder keyset) {
    Objects.requireNonNull(request, "request");
    KeysetSource source = new KeysetSource(table(), dialect -> condition, keyset.sort(), null);
    return new KeysetPager<>(
            database(), repository.mapping(), repository.statements().keysetOnce(source))
        .pageOnce(keyset, request);
  }

  private Table<?> table() {
    return repository.mapping().table();
  }

  private List<? extends Field<?>> primaryKey() {
    return repository.mapping() instanceof KeyedTableMapping<?, ?, ?, ?> keyed
        ? keyed.keyColumns()
        : List.of();
  }

  /**
   * Streams the entities, and fetches {@link #FETCH_SIZE} rows at a time. The stream uses a
   * connection until it is closed; outside a transaction, it is a reader connection.
   *
   * @return the entities
   */
  public Stream<M> stream() {
    BoundStatement bound =
        database().isWriting()
            ? statements().selectStable(condition, order)
            : statements().select(condition, order, Integer.MAX_VALUE);
    return RowStream.open(database(), bound, FETCH_SIZE, repository.mapping()::read);
  }

  /**
   * Counts the entities.
   *
   * @return the number of entities
   */
  public long count() {
    BoundStatement bound = statements().count(condition);
    return database()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), row -> row.count(1)).get(0));
  }

  /**
   * Returns whether any entity satisfies the condition.
   *
   * @return true if at least one entity satisfies the condition
   */
  public boolean exists() {
    BoundStatement bound = statements().exists(condition);
    return database()
        .read(
            connection -> !bound.template().fetch(connection, bound.binder(), row -> 1).isEmpty());
  }

  /**
   * Counts the entities for each value of a column, with one statement.
   *
   * @param column a column of the table, of any type but JSON
   * @param <T> the type of the column
   * @return the number of entities by value, in the order of the column: enums in the order of
   *     their constants, null last; without values that no entity has; unmodifiable
   * @throws InvalidArgumentException if the column belongs to another table or contains JSON
   */
  public <T> Map<@Nullable T, Long> countBy(TableField<?, T> column) {
    MappedColumn<T> value = comparable(column);
    Map<@Nullable T, Long> counts = new LinkedHashMap<>();
    BoundStatement bound = statements().countBy(condition, column);
    database()
        .read(
            connection ->
                bound
                    .template()
                    .fetch(
                        connection,
                        bound.binder(),
                        row -> new SimpleEntry<>(value.read(row, 1), row.count(2))))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Returns the least value of a column, in the order of {@link #orderBy}: enums compare by the
   * order of their constants.
   *
   * @param column a column of the table, of any type but JSON
   * @param <T> the type of the column
   * @return the value, or empty if no entity has one
   * @throws InvalidArgumentException if the column belongs to another table or contains JSON
   */
  public <T> Optional<T> min(TableField<?, T> column) {
    return extreme(column, SortOrder.ASC);
  }

  /**
   * Returns the greatest value of a column, in the order of {@link #orderBy}: enums compare by the
   * order of their constants.
   *
   * @param column a column of the table, of any type but JSON
   * @param <T> the type of the column
   * @return the value, or empty if no entity has one
   * @throws InvalidArgumentException if the column belongs to another table or contains JSON
   */
  public <T> Optional<T> max(TableField<?, T> column) {
    return extreme(column, SortOrder.DESC);
  }

  private <T> Optional<T> extreme(TableField<?, T> column, SortOrder direction) {
    MappedColumn<T> value = comparable(column);
    BoundStatement bound = statements().extreme(condition, column, direction);
    return database()
        .read(
            connection ->
                Optional.ofNullable(
                    bound
                        .template()
                        .fetchOne(connection, bound.binder(), row -> value.require(row, 1))));
  }

  /**
   * Adds the values of a column, exactly.
   *
   * @param column a column of integers or decimals. Sums of floating-point numbers depend on the
   *     order of the rows and are refused
   * @return the sum with the scale of the column, 0 for integers. It may have more digits than the
   *     column. Empty if no entity has a value
   * @throws InvalidArgumentException if the column belongs to another table, or has another type or
   *     a converter
   */
  public Optional<BigDecimal> sum(TableField<?, ? extends Number> column) {
    return total(column).map(NumberTotal::sum);
  }

  /**
   * Returns the average of the values of a column: the exact sum, divided by the number of values
   * that are not null.
   *
   * @param column a column of integers or decimals, as for {@link #sum}
   * @param scale the number of digits after the decimal point, 0 to 1,000. The average is rounded
   *     to the nearest number, and away from zero if two are equally near ({@link
   *     java.math.RoundingMode#HALF_UP})
   * @return the average with this scale, or empty if no entity has a value
   * @throws InvalidArgumentException if the column belongs to another table, or has another type or
   *     a converter; if the scale is out of range
   */
  public Optional<BigDecimal> average(TableField<?, ? extends Number> column, int scale) {
    if (scale < 0 || scale > Decimals.MAX_PRECISION) {
      throw new InvalidArgumentException(
          "The scale must be from 0 to " + Decimals.MAX_PRECISION + ", not " + scale + ".",
          FailureContext.NONE);
    }
    return total(column).map(total -> total.average(scale));
  }

  private <T extends Number> Optional<NumberTotal> total(TableField<?, T> column) {
    MappedColumn<T> values = comparable(column);
    Codec<?, ?> codec = Codec.of(column.getDataType());
    if (codec.isConverted() || !SUMMABLE_TYPES.contains(codec.javaType())) {
      boolean isFloating = FLOATING_TYPES.contains(codec.javaType());
      throw new InvalidArgumentException(
          column.getName()
              + (isFloating
                  ? " contains floating-point numbers, whose sum depends on the order of the rows."
                      + " Use a column of decimals, or read the values and add them."
                  : " contains neither integers nor decimals. Use another column."),
          new FailureContext(table().getName(), List.of(column.getName()), null));
    }
    return NumberTotal.of(database(), statements(), condition, column, values);
  }

  /** Returns a column of this table whose values have the same order on every dialect. */
  @SuppressWarnings("unchecked") // The codec of a column has the type of the column.
  private <T> MappedColumn<T> comparable(TableField<?, T> column) {
    boolean isJson = JSON_TYPES.contains(column.getDataType().getSQLDataType());
    if (isJson || !repository.mapping().columns().contains(column)) {
      throw new InvalidArgumentException(
          (isJson
                  ? column.getName() + " contains JSON, which not every database compares."
                  : column.getQualifiedName() + " is not a column of " + table().getName() + ".")
              + " Use another column.",
          new FailureContext(table().getName(), List.of(column.getName()), null));
    }
    return MappedColumn.of(column, (Codec<?, T>) Codec.of(column.getDataType()));
  }

  private OpenDatabase database() {
    return repository.database();
  }

  // Conditions are validated when they are rendered.
  private TableStatements statements() {
    database().ensureMayRun();
    return repository.statements();
  }

  private List<M> fetch(BoundStatement bound) {
    return database()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), repository.mapping()::read));
  }
}
