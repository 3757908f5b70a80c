package dev.taskstore.codegen.schema;

/**
 * The number of digits of a decimal.
 *
 * @param precision all digits, 1 to {@link #MAX_PRECISION}
 * @param scale the digits after the decimal point
 */
public record DecimalSize(int precision, int scale) {

  /** The greatest precision whose digits all fit into a 64-bit integer. */
  public static final int MAX_PRECISION = 18;
}
