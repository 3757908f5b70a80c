package dev.taskstore.bench;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What half of all rounds stay below. */
public final class Median {

  private Median() {}

  /** The median of figures, or nothing when there are none. */
  public static OptionalDouble of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  /** How many times as much one median is as another, if both are there and that one is not 0. */
  public static OptionalDouble ratio(OptionalDouble median, OptionalDouble base) {
    return median.isPresent() && base.isPresent() && base.getAsDouble() > 0
        ? OptionalDouble.of(median.getAsDouble() / base.getAsDouble())
        : OptionalDouble.empty();
  }
}
