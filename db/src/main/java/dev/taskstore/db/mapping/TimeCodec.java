package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times of day, truncated to microseconds or to fewer fractional digits. */
final class TimeCodec extends StoredCodec.Same<LocalTime> {

  private static final long serialVersionUID = 1L;

  private final FractionDigits fraction;

  TimeCodec(int fractionDigits) {
    super(LocalTime.class, StoredType.TIME, "A time of day");
    this.fraction = new FractionDigits(fractionDigits);
  }

  @Override
  public LocalTime normalize(LocalTime value) {
    return fraction.truncate(value);
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
