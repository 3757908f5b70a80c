package dev.taskstore.db.mapping;

import org.jooq.TableField;

/**
 * A join table of a many-to-many relationship, in one of its two directions.
 *
 * @param owner the column that refers to the owner
 * @param other the column that refers to the other table
 * @param <O> the type of the owner's key
 * @param <T> the type of the other table's key
 */
public record JoinTable<O, T>(TableField<?, O> owner, TableField<?, T> other) {

  /**
   * Returns a join table.
   *
   * @param owner the column that refers to the owner
   * @param other the column that refers to the other table
   * @param <O> the type of the owner's key
   * @param <T> the type of the other table's key
   * @return the join table
   */
  public static <O, T> JoinTable<O, T> of(TableField<?, O> owner, TableField<?, T> other) {
    return new JoinTable<>(owner, other);
  }
}
