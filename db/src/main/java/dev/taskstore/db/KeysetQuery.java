package dev.taskstore.db;

import dev.taskstore.db.internal.statement.KeysetSource;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.spi.Dialect;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableLike;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A query that reads a table's entities in pages: its source, condition and order. Values that
 * differ between calls are {@link Parameter}s.
 *
 * <p>Declare each query as a constant: its SQL is rendered once for each database and cached by the
 * identity of this object. For conditions that are built for each call, use {@link
 * TableRepository#where(Condition)}. Immutable.
 */
public final class KeysetQuery {

  private final KeysetOrder order;
  private final KeysetSource source;

  private KeysetQuery(
      TableLike<?> from,
      Function<? super Dialect, ? extends Condition> where,
      KeysetOrder order,
      @Nullable TableField<?, ?> linkedKey) {
    this.order = linkedKey == null ? unique(from, order) : order;
    this.source = new KeysetSource(from, where, this.order.sort(), linkedKey);
  }

  /** A join has no key of its own. */
  private static KeysetOrder unique(TableLike<?> from, KeysetOrder order) {
    UniqueKey<?> key = from instanceof Table<?> table ? table.getPrimaryKey() : null;
    return key == null ? order : order.uniqueIn(key.getTable(), key.getFields());
  }

  /**
   * Starts a query.
   *
   * @param from the table, or a join that contains each row of the table at most once. The order of
   *     a join must end with columns that are unique in the list
   * @return the next step
   */
  public static Where from(TableLike<?> from) {
    return new Where(from);
  }

  /**
   * Returns a query for the entities that a join table links to an owner, in descending order of
   * their keys. The links of a page are selected before their entities are looked up, so that the
   * cost of a page does not depend on the number of entities or on the planner's estimate. The
   * owner's key is the query's only parameter.
   *
   * @param key the entities' primary key
   * @param join the join table from the owner to the key
   * @param <T> the type of the key
   * @return the query
   */
  public static <T> KeysetQuery linked(TableField<?, T> key, JoinTable<?, T> join) {
    Condition linked = owns(join.owner());
    return new KeysetQuery(
        Objects.requireNonNull(join.owner().getTable(), "table of the join"),
        dialect -> linked,
        KeysetOrder.descending(join.other()),
        Objects.requireNonNull(key, "key"));
  }

  private static <O> Condition owns(Field<O> owner) {
    return owner.eq(Parameter.of(owner));
  }

  KeysetOrder order() {
    return order;
  }

  KeysetSource source() {
    return source;
  }

  /** The step that sets the condition. */
  public static final class Where {

    private final TableLike<?> from;

    private Where(TableLike<?> from) {
      this.from = from;
    }

    /**
     * Selects all rows in an order.
     *
     * @param order the order
     * @return the query
     */
    public KeysetQuery orderBy(KeysetOrder order) {
      return where(DSL.noCondition()).orderBy(order);
    }

    /**
     * Selects the rows that satisfy a condition.
     *
     * @param condition the condition, with {@link Parameter}s for values that differ between calls
     * @return the next step
     */
    public OrderBy where(Condition condition) {
      return new OrderBy(from, dialect -> condition);
    }

    /**
     * Selects the rows that satisfy a condition that depends on the dialect.
     *
     * @param condition returns the condition for a dialect
     * @return the next step
     */
    public OrderBy where(Function<? super Dialect, ? extends Condition> condition) {
      return new OrderBy(from, condition);
    }
  }

  /** The step that sets the order. */
  public static final class OrderBy {

    private final TableLike<?> from;
    private final Function<? super Dialect, ? extends Condition> where;

    private OrderBy(TableLike<?> from, Function<? super Dialect, ? extends Condition> where) {
      this.from = from;
      this.where = where;
    }

    /**
     * Sets the order and returns the query.
     *
     * @param order the order
     * @return the query
     */
    public KeysetQuery orderBy(KeysetOrder order) {
      return new KeysetQuery(from, where, order, null);
    }
  }
}
