package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times of day, truncated to microseconds. */
final class TimeCodec extends StoredCodec.Same<LocalTime> {

  private static final long serialVersionUID = 1L;

  TimeCodec() {
    super(LocalTime.class, StoredType.TIME, "A time of day");
  }

  @Override
  public LocalTime normalize(LocalTime value) {
    return value.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void write(RowWriter row, @Nullable LocalTime value) throws SQLException {
    row.time(value);
  }

  @Override
  public @Nullable LocalTime read(RowReader row, int column) throws SQLException {
    LocalTime value = row.time(column);
    // A driver reads 24:00 as the last nanosecond of the day.
    if (value != null && !value.equals(normalize(value))) {
      throw new SQLDataException("The time of day is out of range");
    }
    return value;
  }
}
