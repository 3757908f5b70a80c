package dev.taskstore.liquibase.sqlite.type;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Decimals of a fixed scale as their unscaled value: an INTEGER up to 18 digits, otherwise a BLOB.
 *
 * <p>The BLOB is the big-endian two's complement of the unscaled value, with the width of the
 * largest one and its sign bit flipped. Its order by bytes is the order of the numbers.
 */
record DecimalForm(int precision, int scale) implements ValueForm {

  /** The most digits of which every number fits into 8 bytes. */
  private static final int MAX_INTEGER_DIGITS = 18;

  private static final int SIGN_BIT = 0x80;

  @Override
  public String storage() {
    return isWide() ? "BLOB" : "INTEGER";
  }

  @Override
  public List<Limit> limits() {
    BigInteger max = max();
    String range = " BETWEEN " + stored(max.negate()) + " AND " + stored(max);
    Limit limit = new Limit("range", column -> column + range);
    int width = width();
    return isWide()
        ? List.of(new Limit("size", column -> "length(" + column + ") = " + width), limit)
        : List.of(limit);
  }

  /** PostgreSQL rounds half away from zero. */
  @Override
  public String literal(Object value) {
    if (value instanceof Boolean) {
      throw new InvalidValueException("the value is not a number, as " + name() + " requires");
    }
    BigInteger unscaled =
        Literals.numberOf(value, name()).setScale(scale, RoundingMode.HALF_UP).unscaledValue();
    if (unscaled.abs().compareTo(max()) > 0) {
      throw new InvalidValueException("the number is out of the range of " + name());
    }
    return stored(unscaled);
  }

  @Override
  public boolean isConverted() {
    return isWide() || scale != 0;
  }

  private String name() {
    return "decimal(" + precision + "," + scale + ")";
  }

  private boolean isWide() {
    return precision > MAX_INTEGER_DIGITS;
  }

  private BigInteger max() {
    return BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
  }

  private int width() {
    return max().bitLength() / Byte.SIZE + 1;
  }

  private String stored(BigInteger unscaled) {
    if (!isWide()) {
      return unscaled.toString();
    }
    byte[] number = unscaled.toByteArray();
    byte[] bytes = new byte[width()];
    byte filling = (byte) (unscaled.signum() < 0 ? -1 : 0);
    for (int i = 0; i < bytes.length - number.length; i++) {
      bytes[i] = filling;
    }
    System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
    bytes[0] ^= (byte) SIGN_BIT;
    return Literals.blob(bytes);
  }
}
