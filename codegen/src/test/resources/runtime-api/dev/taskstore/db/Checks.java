package dev.taskstore.db;

import java.time.Instant;
import org.jooq.TableField;

public final class Checks {
  public static void text(
      TableField<?, ?> column, String value, int min, int max, String constraint) {}

  public static void instant(TableField<?, ?> column, Instant value) {}
}
