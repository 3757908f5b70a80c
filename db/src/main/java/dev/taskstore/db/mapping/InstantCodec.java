package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instants, truncated to microseconds or to fewer fractional digits. */
final class InstantCodec extends StoredCodec.Same<Instant> {

  private static final long serialVersionUID = 1L;

  private static final long FIRST_SECOND = ValueLimits.MIN_INSTANT.getEpochSecond();

  /** The second of the latest instant, whose nanoseconds are truncated. */
  private static final long LAST_SECOND = ValueLimits.MAX_INSTANT.getEpochSecond();

  private final FractionDigits fraction;

  InstantCodec(int fractionDigits) {
    super(Instant.class, StoredType.INSTANT, "An instant");
    this.fraction = new FractionDigits(fractionDigits);
  }

  private static boolean isInRange(Instant value) {
    long second = value.getEpochSecond();
    return second >= FIRST_SECOND && second <= LAST_SECOND;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, Instant value) {
    if (!isInRange(value)) {
      throw subject.invalid(
          "must be an instant from " + ValueLimits.MIN_INSTANT + " to " + ValueLimits.MAX_INSTANT);
    }
  }

  @Override
  public Instant normalize(Instant value) {
    return fraction.truncate(value);
  }

  @Override
  public void write(RowWriter row, @Nullable Instant value) throws SQLException {
    row.instant(value);
  }

  @Override
  public @Nullable Instant read(RowReader row, int column) throws SQLException {
    Instant value = row.instant(column);
    if (value != null && (!isInRange(value) || !value.equals(normalize(value)))) {
      throw new SQLDataException("The instant is out of range");
    }
    return value;
  }
}
