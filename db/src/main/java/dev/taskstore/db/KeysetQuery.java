package dev.taskstore.db;

import dev.taskstore.db.internal.statement.KeysetSource;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.spi.Dialect;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A list of a table's entities that is read page by page: where they come from, which ones, in
 * which order. Values that change from call to call are {@link Parameter}s.
 *
 * <p>Make it a constant: its SQL is rendered once for each database and kept by the identity of
 * this object. For conditions that are built for each call, use {@link
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
    this.order = order;
    this.source = new KeysetSource(from, where, order.sort(), linkedKey);
  }

  /**
   * Begins a query.
   *
   * @param from the table, or a join that holds each of its rows at most once
   * @return the next step
   */
  public static Where from(TableLike<?> from) {
    return new Where(from);
  }

  /**
   * Lists the entities that a join table links to an owner, highest key first. The links of a page
   * are selected before their entities are looked up, so that the cost of a page does not depend on
   * the number of entities or on the planner's estimate. The owner's key is the query's only
   * parameter.
   *
   * @param key the entities' primary key
   * @param join the join table, seen from the owner; its other side refers to the key
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

  /** The step that selects the rows. */
  public static final class Where {

    private final TableLike<?> from;

    private Where(TableLike<?> from) {
      this.from = from;
    }

    /**
     * All rows.
     *
     * @param order the order
     * @return the query
     */
    public KeysetQuery orderBy(KeysetOrder order) {
      return where(DSL.noCondition()).orderBy(order);
    }

    /**
     * The rows that meet a condition.
     *
     * @param condition the condition, with {@link Parameter}s for what changes
     * @return the next step
     */
    public OrderBy where(Condition condition) {
      return new OrderBy(from, dialect -> condition);
    }

    /**
     * The rows that meet a condition that depends on the dialect.
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
     * Finishes the query.
     *
     * @param order the order
     * @return the query
     */
    public KeysetQuery orderBy(KeysetOrder order) {
      return new KeysetQuery(from, where, order, null);
    }
  }
}
