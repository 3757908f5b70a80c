package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects the stored forms of the values of a row. */
public final class RecordingRowWriter implements RowWriter {

  private final List<@Nullable Object> values = new ArrayList<>();

  private List<@Nullable Object> values() {
    return Collections.unmodifiableList(values);
  }

  /** Returns the stored forms of the values that are written. */
  public static List<@Nullable Object> valuesOf(RowBinder writing) {
    RecordingRowWriter row = new RecordingRowWriter();
    try {
      writing.bind(row);
    } catch (SQLException e) {
      throw new IllegalStateException("No driver takes part in recording values", e);
    }
    return row.values();
  }

  /**
   * Returns the stored forms of some of the values that are written.
   *
   * @param positions the positions of the values, from 0, in the order of the result
   */
  public static List<@Nullable Object> valuesOf(RowBinder writing, int[] positions) {
    List<@Nullable Object> all = valuesOf(writing);
    List<@Nullable Object> selected = new ArrayList<>(positions.length);
    for (int position : positions) {
      selected.add(all.get(position));
    }
    return selected;
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
    return keep(value);
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
  public RowWriter decimal(@Nullable BigDecimal value, int precision) {
    return keep(value);
  }

  @Override
  public RowWriter doublePrecision(@Nullable Double value) {
    return keep(value);
  }

  @Override
  public RowWriter real(@Nullable Float value) {
    return keep(value);
  }

  @Override
  public RowWriter timestamp(@Nullable LocalDateTime value) {
    return keep(value);
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    return keep(value);
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    return keep(value);
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    return keep(value);
  }
}
