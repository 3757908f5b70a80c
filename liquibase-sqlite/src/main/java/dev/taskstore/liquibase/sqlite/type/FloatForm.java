package dev.taskstore.liquibase.sqlite.type;

import java.math.BigDecimal;
import java.util.List;

/** Binary floating-point numbers of 4 or 8 bytes, as REAL. */
record FloatForm(boolean single) implements ValueForm {

  @Override
  public String storage() {
    return "REAL";
  }

  /** Excludes the infinities; SQLite stores NaN as null. */
  @Override
  public List<Limit> limits() {
    String max =
        Double.toString(single ? Float.MAX_VALUE : Double.MAX_VALUE)
            .toLowerCase(java.util.Locale.ROOT);
    return List.of(new Limit("range", column -> column + " BETWEEN -" + max + " AND " + max));
  }

  @Override
  public String literal(Object value) {
    if (value instanceof Boolean) {
      throw new InvalidValueException("the value is not a number, as " + name() + " requires");
    }
    BigDecimal number = Literals.numberOf(value, name());
    double stored = single ? number.floatValue() : number.doubleValue();
    if (Double.isInfinite(stored)) {
      throw new InvalidValueException("the number is out of the range of " + name());
    }
    // Adding a zero turns the negative zero into zero.
    return Double.toString(stored + 0.0);
  }

  private String name() {
    return single ? "real" : "double precision";
  }
}
