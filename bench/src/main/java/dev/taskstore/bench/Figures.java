package dev.taskstore.bench;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Figures for people: three digits and a unit. */
public final class Figures {

  /** What stands in a table where there is no figure. */
  public static final String NOTHING = "-";

  private Figures() {}

  /** The median, or nothing when there are no figures. */
  public static OptionalDouble median(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  /** How many times as much the first is. */
  public static OptionalDouble ratio(OptionalDouble figure, OptionalDouble base) {
    return figure.isPresent() && base.isPresent()
        ? OptionalDouble.of(figure.getAsDouble() / base.getAsDouble())
        : OptionalDouble.empty();
  }

  /** A ratio with two decimals. */
  public static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
  }

  /** A time. */
  public static String time(OptionalDouble nanos) {
    return nanos.isEmpty() ? NOTHING : scaled(nanos.getAsDouble() / 1_000, "µs", "ms", "s");
  }

  /** A size. */
  public static String size(OptionalDouble bytes) {
    return bytes.isEmpty() ? NOTHING : scaled(bytes.getAsDouble() / 1_000, "kB", "MB", "GB");
  }

  private static String scaled(double value, String unit, String thousands, String millions) {
    if (value >= 1_000_000) {
      return digits(value / 1_000_000) + " " + millions;
    }
    return value >= 1_000 ? digits(value / 1_000) + " " + thousands : digits(value) + " " + unit;
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
