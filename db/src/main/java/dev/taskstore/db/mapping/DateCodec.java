package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates. */
final class DateCodec extends StoredCodec.Same<LocalDate> {

  private static final long serialVersionUID = 1L;

  DateCodec() {
    super(LocalDate.class, StoredType.DATE, "A date");
  }

  private static boolean isInRange(LocalDate value) {
    return !value.isBefore(ValueLimits.MIN_DATE) && !value.isAfter(ValueLimits.MAX_DATE);
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, LocalDate value) {
    if (!isInRange(value)) {
      throw subject.invalid(
          "must be a date from " + ValueLimits.MIN_DATE + " to " + ValueLimits.MAX_DATE);
    }
  }

  @Override
  public void write(RowWriter row, @Nullable LocalDate value) throws SQLException {
    row.date(value);
  }

  @Override
  public @Nullable LocalDate read(RowReader row, int column) throws SQLException {
    LocalDate value = row.date(column);
    if (value != null && !isInRange(value)) {
      throw new SQLDataException("The date is out of range");
    }
    return value;
  }
}
