package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Converters;
import org.jspecify.annotations.Nullable;

/**
 * Binds decimal columns in the form that the dialect stores them in. Numbers are exact: one that
 * has more digits than the column is refused and never rounded. Thread-safe.
 */
public final class DecimalBinding extends StorageBinding<BigDecimal, BigDecimal> {

  private static final long serialVersionUID = 1L;
  private static final String WHAT = "A decimal";

  private final int precision;
  private final int scale;

  /**
   * Creates the binding; generated tables do.
   *
   * @param precision how many digits the column has, 1 to {@link Decimals#MAX_PRECISION}
   * @param scale how many of them stand behind the point
   */
  public DecimalBinding(int precision, int scale) {
    super(Converters.identity(BigDecimal.class));
    this.precision = precision;
    this.scale = scale;
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, BigDecimal value)
      throws SQLException {
    Checks.decimal(WHAT, value, precision, scale);
    storage.setDecimal(statement, parameter, Decimals.atScale(value, scale));
  }

  @Override
  @Nullable BigDecimal get(ValueStorage storage, ResultSet resultSet, int column)
      throws SQLException {
    return storage.getDecimal(resultSet, column, scale);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.decimalType();
  }

  @Override
  String literal(ValueStorage storage, BigDecimal value) {
    Checks.decimal(WHAT, value, precision, scale);
    return storage.decimalLiteral(Decimals.atScale(value, scale));
  }
}
