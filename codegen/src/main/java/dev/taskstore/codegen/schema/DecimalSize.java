package dev.taskstore.codegen.schema;

/**
 * How many digits a decimal has.
 *
 * @param precision all of them, 1 to {@link #MAX_PRECISION}
 * @param scale those behind the point
 */
public record DecimalSize(int precision, int scale) {

  /** As many as a whole number of 64 bits can hold for certain. */
  public static final int MAX_PRECISION = 18;
}
