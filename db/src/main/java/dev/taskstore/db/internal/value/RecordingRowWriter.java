package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.RowWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/** Keeps the values of a row in the one form in which equal values are equal objects. */
public final class RecordingRowWriter implements RowWriter {

  private final List<@Nullable Object> values = new ArrayList<>();

  private List<@Nullable Object> values() {
    return Collections.unmodifiableList(values);
  }

  /** The values that are written to a row. */
  public static List<@Nullable Object> valuesOf(RowBinder writing) {
    RecordingRowWriter row = new RecordingRowWriter();
    try {
      writing.bind(row);
    } catch (SQLException e) {
      throw new IllegalStateException("Nothing that could refuse a value takes part", e);
    }
    return row.values();
  }

  private RowWriter keep(@Nullable Object value) {
    values.add(value);
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value) {
    return keep(value);
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) {
    return keep(value);
  }

  @Override
  public RowWriter instant(@Nullable Instant value) {
    return keep(value == null ? null : value.truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public RowWriter bigint(@Nullable Long value) {
    return keep(value);
  }

  @Override
  public RowWriter integer(@Nullable Integer value) {
    return keep(value);
  }

  @Override
  public RowWriter smallint(@Nullable Short value) {
    return keep(value);
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) {
    return keep(value);
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value, int precision, int scale) {
    return keep(value == null ? null : Decimals.atScale(value, scale));
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    return keep(value);
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    return keep(value == null ? null : value.truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    return keep(value);
  }

  @Override
  public RowWriter json(@Nullable JSON value) {
    return keep(value);
  }
}
