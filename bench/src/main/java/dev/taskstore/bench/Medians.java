package dev.taskstore.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes the medians of all rounds. */
record Medians(List<Measurement> measurements) {

  Medians {
    measurements = List.copyOf(measurements);
  }

  /** Returns the names of the libraries measured on a database, in the order of the tables. */
  List<String> libraries(DatabaseKind database) {
    return measurements.stream()
        .filter(measurement -> measurement.database() == database)
        .map(Measurement::library)
        .distinct()
        .sorted(Comparator.comparingInt(Libraries::position))
        .toList();
  }

  List<Workload> workloads(DatabaseKind database) {
    return measurements.stream()
        .filter(measurement -> measurement.database() == database)
        .map(Measurement::workload)
        .distinct()
        .sorted()
        .toList();
  }

  List<DatabaseKind> databases() {
    return measurements.stream().map(Measurement::database).distinct().sorted().toList();
  }

  /** Returns the time of an operation in nanoseconds. */
  OptionalDouble nanos(DatabaseKind database, Workload workload, String library) {
    return median(database, workload, library, Measurement::nanos);
  }

  /** Returns the CPU time of an operation in nanoseconds. */
  OptionalDouble processorNanos(DatabaseKind database, Workload workload, String library) {
    return median(database, workload, library, Measurement::processorNanos);
  }

  /** Returns the bytes that an operation allocates. */
  OptionalDouble bytes(DatabaseKind database, Workload workload, String library) {
    return median(database, workload, library, Measurement::bytes);
  }

  private OptionalDouble median(
      DatabaseKind database,
      Workload workload,
      String library,
      ToDoubleFunction<Measurement> figure) {
    return Median.of(of(database, workload, library).mapToDouble(figure));
  }

  private Stream<Measurement> of(DatabaseKind database, Workload workload, String library) {
    return measurements.stream()
        .filter(measurement -> measurement.database() == database)
        .filter(measurement -> measurement.workload() == workload)
        .filter(measurement -> measurement.library().equals(library));
  }

  /**
   * Returns the median ratio of the times of two libraries. The ratio is computed for each round,
   * so that rounds on a loaded machine count like all others.
   */
  OptionalDouble ratio(DatabaseKind database, Workload workload, String library, String base) {
    Map<Integer, Double> baseNanos =
        of(database, workload, base)
            .collect(Collectors.toMap(Measurement::round, Measurement::nanos));
    return Median.of(
        of(database, workload, library)
            .filter(measurement -> baseNanos.containsKey(measurement.round()))
            .mapToDouble(measurement -> measurement.nanos() / baseNanos.get(measurement.round())));
  }

  /** Returns the fastest library that is neither TaskStore nor plain JDBC. */
  Optional<String> bestPeer(DatabaseKind database, Workload workload) {
    return libraries(database).stream()
        .filter(Libraries::isPeer)
        .filter(library -> nanos(database, workload, library).isPresent())
        .min(
            Comparator.comparingDouble(
                library -> nanos(database, workload, library).getAsDouble()));
  }
}
