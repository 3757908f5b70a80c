package dev.taskstore.bench;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Computes medians. */
public final class Median {

  private Median() {}

  /** Returns the median, or an empty value if there are no figures. */
  public static OptionalDouble of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  /** Returns the ratio of two medians, or an empty value if one is missing or the divisor is 0. */
  public static OptionalDouble ratio(OptionalDouble median, OptionalDouble base) {
    return median.isPresent() && base.isPresent() && base.getAsDouble() > 0
        ? OptionalDouble.of(median.getAsDouble() / base.getAsDouble())
        : OptionalDouble.empty();
  }
}
