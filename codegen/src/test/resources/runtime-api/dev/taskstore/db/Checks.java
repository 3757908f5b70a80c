package dev.taskstore.db;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.JSON;
import org.jooq.TableField;

public final class Checks {
  public static void text(
      TableField<?, ?> column, String value, int min, int max, String constraint) {}

  public static void instant(TableField<?, ?> column, Instant value) {}

  public static void date(TableField<?, ?> column, LocalDate value) {}

  public static void decimal(
      TableField<?, ?> column, BigDecimal value, int precision, int scale) {}

  public static void bytes(
      TableField<?, ?> column, Bytes value, int min, int max, String constraint) {}

  public static void json(
      TableField<?, ?> column, JSON value, int min, int max, String constraint) {}
}
