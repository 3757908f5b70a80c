package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.math.BigDecimal;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decimals of one precision and scale. */
final class DecimalCodec extends StoredCodec.Same<BigDecimal> {

  private static final long serialVersionUID = 1L;

  private final int precision;
  private final int scale;

  DecimalCodec(int precision, int scale) {
    super(BigDecimal.class, StoredType.DECIMAL, "A decimal");
    this.precision = precision;
    this.scale = scale;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, BigDecimal value) {
    if (!Decimals.fits(value, precision, scale)) {
      throw subject.invalid(
          "must have at most "
              + (precision - scale)
              + " digits before the decimal point and "
              + scale
              + " after it; round it first");
    }
  }

  @Override
  public BigDecimal normalize(BigDecimal value) {
    return Decimals.atScale(value, scale);
  }

  @Override
  public void write(RowWriter row, @Nullable BigDecimal value) throws SQLException {
    row.decimal(value, precision);
  }

  @Override
  public @Nullable BigDecimal read(RowReader row, int column) throws SQLException {
    BigDecimal value = row.decimal(column, precision, scale);
    if (value != null && !Decimals.fits(value, precision, scale)) {
      throw new SQLDataException("The decimal has too many digits");
    }
    return value;
  }
}
