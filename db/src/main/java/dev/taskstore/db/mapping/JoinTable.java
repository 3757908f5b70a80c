package dev.taskstore.db.mapping;

import org.jooq.TableField;

/**
 * A join table of a many-to-many relationship, seen from one of its sides.
 *
 * @param owner the column that refers to the side from which it is seen
 * @param other the column that refers to the other side
 * @param <O> the key of the one side
 * @param <T> the key of the other
 */
public record JoinTable<O, T>(TableField<?, O> owner, TableField<?, T> other) {

  /**
   * A join table.
   *
   * @param owner the column that refers to the side from which it is seen
   * @param other the column that refers to the other side
   * @param <O> the key of the one side
   * @param <T> the key of the other
   * @return the join table
   */
  public static <O, T> JoinTable<O, T> of(TableField<?, O> owner, TableField<?, T> other) {
    return new JoinTable<>(owner, other);
  }
}
