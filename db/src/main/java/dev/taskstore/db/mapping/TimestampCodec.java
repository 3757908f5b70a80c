package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Timestamps without a time zone, truncated to microseconds or to fewer fractional digits. */
final class TimestampCodec extends StoredCodec.Same<LocalDateTime> {

  private static final long serialVersionUID = 1L;

  private final FractionDigits fraction;

  TimestampCodec(int fractionDigits) {
    super(LocalDateTime.class, StoredType.TIMESTAMP, "A timestamp");
    this.fraction = new FractionDigits(fractionDigits);
  }

  private static boolean isInRange(LocalDateTime value) {
    return value.getYear() >= ValueLimits.MIN_DATE.getYear()
        && value.getYear() <= ValueLimits.MAX_DATE.getYear();
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, LocalDateTime value) {
    if (!isInRange(value)) {
      throw subject.invalid(
          "must be a timestamp from "
              + ValueLimits.MIN_TIMESTAMP
              + " to "
              + ValueLimits.MAX_TIMESTAMP);
    }
  }

  @Override
  public LocalDateTime normalize(LocalDateTime value) {
    return fraction.truncate(value);
  }

  @Override
  public void write(RowWriter row, @Nullable LocalDateTime value) throws SQLException {
    row.timestamp(value);
  }

  @Override
  public @Nullable LocalDateTime read(RowReader row, int column) throws SQLException {
    LocalDateTime value = row.timestamp(column);
    if (value != null && (!isInRange(value) || !value.equals(normalize(value)))) {
      throw new SQLDataException("The timestamp is out of range");
    }
    return value;
  }
}
