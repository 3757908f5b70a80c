package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates all scenarios of the page and writes its tables. */
final class ScalingReport {

  private static final List<Integer> USERS = List.of(10, 1_000, 100_000, 1_000_000);
  private static final List<Double> TASKS = List.of(1e4, 1e7, 1e10);

  /** The share of reads. */
  static final double READS = 0.9;

  private static final int MANY_USERS = 500_000;
  private static final int SMALL_CORES = 2;
  private static final double MAXIMUM_NANOS = 200e6;

  /** Resources that are used less are not listed. */
  private static final double LISTED = 0.005;

  /** Resources that are used less are not regarded as a limit. */
  static final double NEAR = 0.25;

  private final Measured measured;
  private final Environment environment;
  private final Lines lines = new Lines();

  ScalingReport(Measured measured) {
    this.measured = measured;
    this.environment = Environment.standard(measured);
  }

  /** Returns the tables. */
  String markdown() {
    Explanation explanation = new Explanation(measured, environment, lines);
    explanation.assumptions();
    validation();
    explanation.terms();
    for (Topology topology : Topology.values()) {
      scenarios(topology);
    }
    required();
    replicas();
    statistics();
    return lines.text();
  }

  private void validation() {
    List<Validation.Row> rows = new Validation(measured).rows();
    double[] deviations = Validation.deviations(rows);
    lines.heading("Simulated beside measured");
    lines.line(
        "Calls per second of threads that call without a pause. Of %d rows that do not calibrate the simulation, half deviate by at"
            + " most %.0f %%, nine tenths by at most %.0f %%, and all by at most %.0f %%.",
        deviations.length,
        100 * Validation.quantile(deviations, 0.5),
        100 * Validation.quantile(deviations, 0.9),
        100 * Validation.quantile(deviations, 1));
    lines.line("");
    lines.row("database", "threads", "measured", "simulated", "deviation");
    lines.line("|---|---|---:|---:|---:|");
    for (Validation.Row row : rows) {
      lines.row(
          row.load().database().title(),
          row.load().description() + (row.isCalibration() ? " (*calibrates*)" : ""),
          Lines.count(row.measured()),
          Lines.count(row.simulated()),
          String.format(Locale.ROOT, "%+d %%", Math.round(100 * row.deviation())));
    }
  }

  private void scenarios(Topology topology) {
    lines.heading(String.format(Locale.ROOT, "%s (*simulated*)", topology.title()));
    lines.row(
        "users", "tasks", "web processes", "calls/s", "p50", "p99", "first limit", "utilisation");
    lines.line("|---:|---:|---:|---:|---:|---:|---|---|");
    for (int users : USERS) {
      for (double tasks : TASKS) {
        scenario(new Scenario(topology, users, tasks, Mix.of(READS), environment));
      }
    }
  }

  private void scenario(Scenario scenario) {
    Scenario.Result result = scenario.simulate(measured);
    boolean overloaded = result.isOverloaded();
    lines.row(
        Lines.count(scenario.users()),
        power(scenario.tasks()),
        Integer.toString(result.processes()),
        Lines.count(result.throughput())
            + (overloaded ? " of " + Lines.count(scenario.wanted()) : ""),
        overloaded ? "overloaded" : Lines.time(result.outcome().durations().percentile(0.5)),
        overloaded
            ? "mean " + Lines.time(result.overloadedNanos())
            : Lines.time(result.outcome().durations().percentile(0.99)),
        limit(result),
        usage(result.usage()));
  }

  private static String limit(Scenario.Result result) {
    Map.Entry<String, Double> bottleneck = result.usage().bottleneck();
    String name = bottleneck.getValue() < NEAR ? Units.NOTHING : bottleneck.getKey();
    return result.isOverloaded() ? "**" + name + "**" : name;
  }

  private static String usage(Outcome outcome) {
    String usage =
        Stream.of(outcome.usage(), outcome.held())
            .flatMap(resources -> resources.entrySet().stream())
            .filter(entry -> entry.getValue() >= LISTED)
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "%s %.0f %%", entry.getKey(), 100 * entry.getValue()))
            .collect(Collectors.joining(", "));
    return usage.isEmpty() ? "all below 1 %" : usage;
  }

  private void required() {
    lines.heading(
        String.format(
            Locale.ROOT, "Required for a p99 below %s (*simulated*)", Lines.time(MAXIMUM_NANOS)));
    lines.row("users", "tasks", "cores of one server", "replicas", "workers of Citus");
    lines.line("|---:|---:|---|---|---|");
    for (int users : List.of(100_000, 1_000_000)) {
      for (double tasks : TASKS) {
        lines.row(
            Lines.count(users),
            power(tasks),
            smallest(Topology.POSTGRES, users, tasks, List.of(2, 4, 8, 16, 32)),
            smallest(Topology.REPLICAS, users, tasks, List.of(1, 2, 4, 8, 16)),
            smallest(Topology.CITUS, users, tasks, List.of(1, 2, 4, 8)));
      }
    }
  }

  private String smallest(Topology topology, int users, double tasks, List<Integer> sizes) {
    String limit = "";
    for (int size : sizes) {
      Environment sized =
          switch (topology) {
            case REPLICAS -> environment.withReplicas(size);
            case CITUS -> environment.withWorkers(size);
            case SQLITE, POSTGRES -> environment.withCores(size);
          };
      Outcome outcome = new Scenario(topology, users, tasks, Mix.of(READS), sized).think(measured);
      if (!outcome.isOverloaded() && outcome.durations().percentile(0.99) < MAXIMUM_NANOS) {
        return Integer.toString(size);
      }
      limit = outcome.bottleneck().getKey();
    }
    return sizes.get(sizes.size() - 1) + " do not suffice: " + limit;
  }

  private void replicas() {
    lines.heading("Replicas and the share of reads (*simulated*)");
    lines.line(
        "Calls per second of saturated systems whose servers have %d cores each, with 10⁷ tasks. All reads run on replicas: a"
            + " single one takes them from the primary and does not add to the capacity for reads.",
        SMALL_CORES);
    lines.line("");
    lines.row("share of reads", "one server", "1 replica", "2 replicas", "4 replicas");
    lines.line("|---:|---|---|---|---|");
    for (double reads : List.of(0.5, 0.9, 0.99)) {
      lines.row(
          String.format(Locale.ROOT, "%.0f %%", 100 * reads),
          saturated(Topology.POSTGRES, reads, 1),
          saturated(Topology.REPLICAS, reads, 1),
          saturated(Topology.REPLICAS, reads, 2),
          saturated(Topology.REPLICAS, reads, 4));
    }
  }

  private String saturated(Topology topology, double reads, int replicas) {
    Environment small = environment.withCores(SMALL_CORES).withReplicas(replicas);
    Outcome outcome =
        new Scenario(topology, MANY_USERS, Costs.LARGE, Mix.of(reads), small).saturate(measured);
    return Lines.count(outcome.throughput()) + ", " + outcome.bottleneck().getKey();
  }

  private void statistics() {
    lines.heading("Statistics of all users (*calculated*)");
    lines.line(
        "They read all rows. If one call in 1,000 computes them, they fill the %d cores of a server with these users:",
        environment.cores());
    lines.line("");
    lines.row("tasks", "SQLite", "users", "PostgreSQL", "users");
    lines.line("|---:|---:|---:|---:|---:|");
    DoubleUnaryOperator users = nanos -> environment.cores() * 1_000 / nanos * Scenario.THINK_NANOS;
    for (double tasks : TASKS) {
      double sqlite =
          Costs.of(measured, DatabaseKind.SQLITE, tasks).of(Kind.ALL_STATISTICS).clientNanos();
      double postgres =
          Costs.of(measured, DatabaseKind.POSTGRES, tasks).of(Kind.ALL_STATISTICS).serverNanos();
      lines.row(
          power(tasks),
          Lines.time(sqlite),
          rounded(users.applyAsDouble(sqlite)),
          Lines.time(postgres),
          rounded(users.applyAsDouble(postgres)));
    }
  }

  /** Formats a count with two digits, because the others have no meaning. */
  private static String rounded(double count) {
    return Lines.count(new BigDecimal(count).round(new MathContext(2)).doubleValue());
  }

  private static String power(double tasks) {
    return tasks == 1e4 ? "10⁴" : tasks == 1e7 ? "10⁷" : "10¹⁰";
  }
}
