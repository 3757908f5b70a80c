package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Median;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Computes the medians of all rounds. */
record Figures(List<Figure> all) {

  Figures {
    all = List.copyOf(all);
  }

  private Stream<Figure> of(Trial trial, Work work, String library) {
    return all.stream()
        .filter(figure -> figure.trial().equals(trial))
        .filter(figure -> figure.group().work() == work)
        .filter(figure -> figure.library().equals(library));
  }

  OptionalDouble perSecond(Trial trial, Work work, String library) {
    return Median.of(of(trial, work, library).mapToDouble(Figure::perSecond));
  }

  /** Returns the 99th percentile latency in nanoseconds. */
  OptionalDouble percentileNanos(Trial trial, Work work, String library) {
    return Median.of(
        of(trial, work, library)
            .map(Figure::percentileNanos)
            .flatMapToDouble(OptionalDouble::stream));
  }

  /** Returns the ratio of the throughputs of two libraries. */
  OptionalDouble ratio(Trial trial, Work work, String library, String base) {
    return Median.ratio(perSecond(trial, work, library), perSecond(trial, work, base));
  }

  List<Figure> withFailures() {
    return all.stream().filter(figure -> figure.failures() > 0).toList();
  }
}
