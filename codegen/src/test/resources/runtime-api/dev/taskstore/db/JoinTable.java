package dev.taskstore.db;

import org.jooq.TableField;

public final class JoinTable<O, T> {
  public static <O, T> JoinTable<O, T> of(TableField<?, O> owner, TableField<?, T> other) {
    return new JoinTable<>();
  }
}
