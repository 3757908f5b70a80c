package dev.taskstore.liquibase.sqlite.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Whole numbers of 2, 4 or 8 bytes, as INTEGER. */
record IntegerForm(String type, int bits) implements ValueForm {

  @Override
  public String storage() {
    return "INTEGER";
  }

  @Override
  public List<Limit> limits() {
    if (bits == Long.SIZE) {
      return List.of();
    }
    long max = (1L << (bits - 1)) - 1;
    return List.of(new Limit("range", column -> column + " BETWEEN " + (-max - 1) + " AND " + max));
  }

  /** PostgreSQL rounds numbers half away from zero, and refuses a text with a fraction. */
  @Override
  public String literal(Object value) {
    BigDecimal number = Literals.numberOf(value, type);
    if (value instanceof String && number.stripTrailingZeros().scale() > 0) {
      throw new InvalidValueException(
          "the text is not a whole number, as "
              + type
              + " requires; write it as valueNumeric to round it");
    }
    BigInteger whole = number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    if (whole.bitLength() >= bits) {
      throw new InvalidValueException("the number is out of the range of " + type);
    }
    return whole.toString();
  }
}
