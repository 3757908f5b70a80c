package dev.taskstore.dialect.tck;

import dev.taskstore.dialect.tck.ValueTable.Samples;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sample values of floating-point numbers and of decimals of more than 18 digits. */
final class NumberSamples {

  private static final int GREATEST_DIGITS = 1_000;
  private static final int GREATEST_SCALE = 500;

  static final Samples<Double> DOUBLE =
      Samples.of(
              1.5,
              -Double.MAX_VALUE,
              -Math.scalb(1.0, 300),
              -1.0,
              -Double.MIN_NORMAL,
              -Double.MIN_VALUE,
              0.0,
              Double.MIN_VALUE,
              Double.MIN_NORMAL,
              0.1,
              Math.nextUp(0.1),
              1.0 / 3,
              1.0,
              Math.nextUp(1.0),
              9_007_199_254_740_992.0,
              9_007_199_254_740_994.0,
              Double.parseDouble("1e23"),
              Math.nextUp(Double.parseDouble("1e23")),
              Double.MAX_VALUE)
          .refusing(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
          .writtenAs(Map.of(-0.0, 0.0));

  static final Samples<Float> REAL =
      Samples.of(
              1.5f,
              -Float.MAX_VALUE,
              -1.0f,
              -Float.MIN_VALUE,
              0.0f,
              Float.MIN_VALUE,
              Float.MIN_NORMAL,
              0.1f,
              Math.nextUp(0.1f),
              1.0f / 3,
              16_777_216f,
              16_777_218f,
              Float.MAX_VALUE)
          .refusing(List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY))
          .writtenAs(Map.of(-0.0f, 0.0f));

  static final Samples<BigDecimal> LARGE =
      new Samples<>(
          new BigDecimal("1.5000000000"),
          decimals(
              "-9999999999999999999999999999.9999999999",
              "-9223372036.8547758080",
              "-256.0000000000",
              "-1.0000000000",
              "-0.0000000001",
              "0.0000000000",
              "0.0000000001",
              "0.0000000255",
              "0.0000000256",
              "1.0000000000",
              "9223372036.8547758080",
              "9999999999999999999999999999.9999999999"),
          decimals(
              "0.00000000001",
              "10000000000000000000000000000",
              "-10000000000000000000000000000",
              "1E+2147483647",
              "1E-2147483647"),
          Map.of(
              new BigDecimal("1.25"), new BigDecimal("1.2500000000"),
              new BigDecimal("-3E+20"), new BigDecimal("-300000000000000000000.0000000000"),
              new BigDecimal("0E+1000000000"), new BigDecimal("0.0000000000")));

  static final Samples<BigDecimal> GREATEST =
      new Samples<>(
          BigDecimal.ZERO.setScale(GREATEST_SCALE),
          greatest(),
          decimals("1E+500", "-1E+500", "1E-501", "1E+2147483647"),
          Map.of(BigDecimal.ONE, BigDecimal.ONE.setScale(GREATEST_SCALE)));

  private NumberSamples() {}

  private static List<BigDecimal> greatest() {
    BigDecimal limit =
        new BigDecimal(
            BigInteger.TEN.pow(GREATEST_DIGITS).subtract(BigInteger.ONE), GREATEST_SCALE);
    BigDecimal unit = BigDecimal.valueOf(1, GREATEST_SCALE);
    List<BigDecimal> ascending = new ArrayList<>();
    ascending.add(limit.negate());
    ascending.add(limit.negate().add(unit));
    ascending.add(unit.negate());
    ascending.add(BigDecimal.ZERO.setScale(GREATEST_SCALE));
    ascending.add(unit);
    ascending.add(limit);
    return List.copyOf(ascending);
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }
}
