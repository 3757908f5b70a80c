package dev.taskstore.db.mapping;

import java.math.BigDecimal;

/** Normalizes decimals to the scale of their column. Stateless. */
public final class Decimals {

  /** The maximum number of digits of a decimal column. */
  public static final int MAX_PRECISION = 1_000;

  /** The maximum number of digits that always fit into a 64-bit integer without their point. */
  public static final int MAX_LONG_PRECISION = 18;

  private Decimals() {}

  /**
   * Returns a number with the scale of its column.
   *
   * @param value the number
   * @param scale the number of digits after the decimal point, 0 to {@link #MAX_PRECISION}
   * @return the number with this scale, so that equal numbers are equal objects; the unchanged
   *     number if it has more digits than a column can store, which validation rejects
   */
  public static BigDecimal atScale(BigDecimal value, int scale) {
    if (value.scale() == scale) {
      return value;
    }
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(scale);
    }
    // With a large exponent, writing all digits would exhaust the memory.
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > MAX_PRECISION || -integerDigits >= scale) {
      return value;
    }
    BigDecimal stripped = value.scale() > scale ? value.stripTrailingZeros() : value;
    return stripped.scale() > scale ? value : stripped.setScale(scale);
  }

  /** Returns whether a column of this precision and scale can store the number without rounding. */
  static boolean fits(BigDecimal value, int precision, int scale) {
    BigDecimal scaled = atScale(value, scale);
    return scaled.scale() == scale && (scaled.signum() == 0 || scaled.precision() <= precision);
  }
}
