package dev.taskstore.codegen.schema;

/**
 * The number of digits of a decimal.
 *
 * @param precision all digits, 1 to {@link #MAX_PRECISION}
 * @param scale the digits after the decimal point
 */
public record DecimalSize(int precision, int scale) {

  /** The greatest precision that a column of PostgreSQL can declare. */
  public static final int MAX_PRECISION = 1_000;

  /** Returns whether dialects store such numbers alike. */
  boolean isSupported() {
    return precision >= 1 && precision <= MAX_PRECISION && scale >= 0 && scale <= precision;
  }
}
