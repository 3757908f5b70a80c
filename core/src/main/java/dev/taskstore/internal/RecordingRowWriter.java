package dev.taskstore.internal;

import dev.taskstore.db.RowWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the values of a row, for a look at them after a failure. */
public final class RecordingRowWriter implements RowWriter {

  private final List<@Nullable Object> values = new ArrayList<>();

  private List<@Nullable Object> values() {
    return Collections.unmodifiableList(values);
  }

  /** The values that are written to a row. */
  static List<@Nullable Object> valuesOf(SqlTemplate.Binder writing) {
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
}
