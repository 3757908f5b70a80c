package dev.taskstore.db;

import org.jooq.Field;

public final class KeysetOrder {
  public static KeysetOrder ascending(Field<?>... fields) {
    return new KeysetOrder();
  }

  public static KeysetOrder descending(Field<?>... fields) {
    return new KeysetOrder();
  }
}
