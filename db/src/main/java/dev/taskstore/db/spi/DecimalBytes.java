package dev.taskstore.db.spi;

import dev.taskstore.db.mapping.Decimals;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Decimals as bytes, for databases without numbers of so many digits: the unscaled value as a
 * big-endian two's complement number whose sign bit is flipped, so that unsigned bytes have the
 * order of the numbers. All values of a column have the same length: the smallest whose signed
 * range contains all numbers with the digits of the column. Stateless.
 */
public final class DecimalBytes {

  private static final int SIGN = 0x80;

  private DecimalBytes() {}

  /**
   * Returns the number of bytes of each value of a column.
   *
   * @param precision the number of digits of the column, 1 to {@link Decimals#MAX_PRECISION}
   * @return the length
   */
  public static int length(int precision) {
    return BigInteger.TEN.pow(precision).subtract(BigInteger.ONE).bitLength() / Byte.SIZE + 1;
  }

  /**
   * Returns the bytes of a value.
   *
   * @param unscaled the value without its decimal point
   * @param precision the number of digits of the column
   * @return the bytes
   * @throws ArithmeticException when the value has more digits than the column
   */
  public static byte[] encode(BigInteger unscaled, int precision) {
    byte[] shortest = unscaled.toByteArray();
    byte[] bytes = new byte[length(precision)];
    int padding = bytes.length - shortest.length;
    if (padding < 0) {
      throw new ArithmeticException("The decimal has more digits than its column");
    }
    Arrays.fill(bytes, 0, padding, (byte) (unscaled.signum() < 0 ? -1 : 0));
    System.arraycopy(shortest, 0, bytes, padding, shortest.length);
    bytes[0] ^= (byte) SIGN;
    return bytes;
  }

  /**
   * Returns the value of bytes.
   *
   * @param bytes the bytes, which are not changed
   * @param precision the number of digits of the column
   * @return the value without its decimal point
   * @throws IllegalArgumentException when the number of bytes is not that of the column's values
   */
  public static BigInteger decode(byte[] bytes, int precision) {
    if (bytes.length != length(precision)) {
      throw new IllegalArgumentException(
          "A decimal of "
              + precision
              + " digits has "
              + length(precision)
              + " bytes, not "
              + bytes.length);
    }
    byte[] value = bytes.clone();
    value[0] ^= (byte) SIGN;
    return new BigInteger(value);
  }
}
