package dev.taskstore.db.internal.value;

import org.jspecify.annotations.Nullable;

/**
 * Writes a number of JSON without an exponent, without zeros at its end and without a sign of zero.
 * It works on the digits as text, because the time that {@link java.math.BigDecimal} takes grows
 * with the square of their number.
 */
final class PlainNumber {

  /** Greater exponents are refused, also those of zero. */
  private static final long MAX_EXPONENT = Integer.MAX_VALUE;

  private static final int MAX_EXPONENT_DIGITS = 10;

  private final boolean negative;

  /** Without zeros at either end; empty for zero. */
  private final String digits;

  /** The number of digits before the decimal point; negative for zeros behind it. */
  private final long integerDigits;

  private PlainNumber(boolean negative, String digits, long integerDigits) {
    this.negative = negative;
    this.digits = digits;
    this.integerDigits = integerDigits;
  }

  /**
   * Reads a number.
   *
   * @param number a valid number of JSON
   * @return the number, or null if its exponent is out of range
   */
  static @Nullable PlainNumber parse(String number) {
    int exponentAt = Math.max(number.indexOf('e'), number.indexOf('E'));
    String mantissa = exponentAt < 0 ? number : number.substring(0, exponentAt);
    long exponent = exponentAt < 0 ? 0 : exponent(number.substring(exponentAt + 1));
    if (Math.abs(exponent) > MAX_EXPONENT) {
      return null;
    }
    boolean negative = mantissa.startsWith("-");
    String unsigned = negative ? mantissa.substring(1) : mantissa;
    int point = unsigned.indexOf('.');
    String all =
        point < 0 ? unsigned : unsigned.substring(0, point) + unsigned.substring(point + 1);
    int start = 0;
    while (start < all.length() && all.charAt(start) == '0') {
      start++;
    }
    int end = all.length();
    while (end > start && all.charAt(end - 1) == '0') {
      end--;
    }
    long before = (point < 0 ? unsigned.length() : point) + exponent - start;
    return new PlainNumber(negative, all.substring(start, end), before);
  }

  /** Returns the exponent, or one that is out of range for one of too many digits. */
  private static long exponent(String text) {
    boolean negative = text.startsWith("-");
    int start = negative || text.startsWith("+") ? 1 : 0;
    while (start < text.length() && text.charAt(start) == '0') {
      start++;
    }
    if (text.length() - start > MAX_EXPONENT_DIGITS) {
      return MAX_EXPONENT + 1;
    }
    long value = start == text.length() ? 0 : Long.parseLong(text, start, text.length(), 10);
    return negative ? -value : value;
  }

  /**
   * Returns whether the number has at most the given numbers of digits.
   *
   * @param maxIntegerDigits the maximum before the decimal point
   * @param maxFractionDigits the maximum behind it
   */
  boolean fits(int maxIntegerDigits, int maxFractionDigits) {
    return digits.isEmpty()
        || (integerDigits <= maxIntegerDigits
            && digits.length() - integerDigits <= maxFractionDigits);
  }

  /** Appends the number, which must fit into limits: the text has that many digits. */
  void appendTo(StringBuilder out) {
    if (digits.isEmpty()) {
      out.append('0');
      return;
    }
    if (negative) {
      out.append('-');
    }
    int before = Math.toIntExact(integerDigits);
    if (before <= 0) {
      out.append("0.").append("0".repeat(-before)).append(digits);
    } else if (before < digits.length()) {
      out.append(digits, 0, before).append('.').append(digits, before, digits.length());
    } else {
      out.append(digits).append("0".repeat(before - digits.length()));
    }
  }
}
