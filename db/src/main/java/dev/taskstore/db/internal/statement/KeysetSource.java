package dev.taskstore.db.internal.statement;

import dev.taskstore.db.spi.Dialect;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that is read in pages. Immutable; compared by identity, because jOOQ compares
 * expressions by rendering them.
 */
public final class KeysetSource {

  private final TableLike<?> from;
  private final Function<? super Dialect, ? extends Condition> where;
  private final KeysetSort sort;
  private final @Nullable TableField<?, ?> linkedKey;

  /**
   * Creates a list.
   *
   * @param from the table, a join that contains each of its rows at most once, or a join table
   * @param where returns the condition for a dialect
   * @param linkedKey the key of the entities that are looked up for each row of a join table, or
   *     null
   */
  public KeysetSource(
      TableLike<?> from,
      Function<? super Dialect, ? extends Condition> where,
      KeysetSort sort,
      @Nullable TableField<?, ?> linkedKey) {
    this.from = from;
    this.where = where;
    this.sort = sort;
    this.linkedKey = linkedKey;
  }

  TableLike<?> from() {
    return from;
  }

  Condition where(Dialect dialect) {
    return where.apply(dialect);
  }

  KeysetSort sort() {
    return sort;
  }

  @Nullable TableField<?, ?> linkedKey() {
    return linkedKey;
  }
}
