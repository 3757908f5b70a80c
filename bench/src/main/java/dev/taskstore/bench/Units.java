package dev.taskstore.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** Formats figures with suitable units, and missing figures as a dash. */
public final class Units {

  /** The text for a missing figure. */
  public static final String NOTHING = "-";

  private Units() {}

  /** Formats a time. */
  public static String time(OptionalDouble nanos) {
    return nanos.isEmpty() ? NOTHING : scaled(nanos.getAsDouble() / 1_000, "µs", "ms", "s");
  }

  /** Formats a size in memory. */
  public static String size(OptionalDouble bytes) {
    return bytes.isEmpty() ? NOTHING : scaled(bytes.getAsDouble() / 1_000, "kB", "MB", "GB");
  }

  /** Formats a ratio. */
  public static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
  }

  /** Formats a count or a rate. */
  public static String count(OptionalDouble count) {
    return count.isEmpty() ? NOTHING : String.format(Locale.ROOT, "%,.0f", count.getAsDouble());
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
