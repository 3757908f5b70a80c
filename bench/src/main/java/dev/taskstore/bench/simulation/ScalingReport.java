package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates all scenarios of the page and writes its tables. */
final class ScalingReport {

  private static final List<Integer> USERS = List.of(10, 1_000, 100_000, 1_000_000);
  private static final List<Double> TASKS = List.of(1e4, 1e7, 1e10);
  private static final double READS = 0.9;
  private static final double MAXIMUM_NANOS = 200e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Resources that are used less are not listed. */
  private static final double LISTED = 0.005;

  /** Resources that are used less are not regarded as a limit. */
  private static final double NEAR = 0.25;

  private final Measured measured;
  private final Environment environment;
  private final StringBuilder text = new StringBuilder();

  ScalingReport(Measured measured) {
    this.measured = measured;
    this.environment = Environment.standard(measured);
  }

  /** Returns the tables. */
  String markdown() {
    assumptions();
    validation();
    for (Topology topology : Topology.values()) {
      scenarios(topology);
    }
    required();
    statistics();
    return text.append('\n').toString();
  }

  private void assumptions() {
    line("");
    line("### Assumptions of the simulation");
    line("");
    line("Measured here, and read from the JSON files of this folder:");
    line("");
    item(
        "`performance.json`: the time of each call in one thread and the processor time of its client");
    item(
        "`growth.json`: the size of a task, and how much longer a call takes with 10⁷ tasks than with 10⁴");
    item(
        "`concurrency.json`, rows marked *calibrates* below: a call that waited uses its connection after %s; a"
            + " read by key on SQLite takes %s longer after a write of another connection, a page %s; a write on"
            + " SQLite takes %.1f times as long beside readers; a read by key on PostgreSQL takes %s of processors,"
            + " client and server together, and %s without them; a flush takes %s and %s for each of its commits",
        time(Calibration.handOverNanos(measured)),
        time(Calibration.staleNanosOfFind(measured)),
        time(Calibration.staleNanosOfPage(measured)),
        Calibration.writeBesideReader(measured),
        time(Calibration.busyNanosOfFind(measured)),
        time(Calibration.idleNanosOfRoundTrip(measured)),
        time(Calibration.flush(measured).baseNanos()),
        time(Calibration.flush(measured).commitNanos()));
    item("`replicas.json`: the first read after a token");
    line("");
    line("Not measured; `Environment`, `Mix` and `Costs` contain them as parameters:");
    line("");
    item(
        "users: one call in %.0f s each, %.0f %% reads (55 %% by key, 40 %% pages of 50 tasks, 5 %% statistics of one"
            + " user) and %.0f %% writes (50 %% inserts, 45 %% updates, 5 %% users or tags)",
        Scenario.THINK_NANOS / NANOS_PER_SECOND, 100 * READS, 100 * (1 - READS));
    item(
        "each server: %d cores and %.0f GiB of memory. SQLite and its process share one such machine",
        environment.cores(), environment.memoryBytes() / (1L << 30));
    item(
        "web processes: %d cores and %d connections each, %s of a core for a call in addition to TaskStore; as many"
            + " as keep their cores half idle",
        environment.processCores(), environment.connections(), time(environment.requestNanos()));
    item(
        "a round trip between two machines: %s. A flush: %s, and for each commit the measured time. A read of a page from"
            + " the disk: %s, %d at a time",
        time(environment.networkNanos()),
        time(environment.flush().baseNanos()),
        time(environment.diskNanos()),
        environment.diskReads());
    item(
        "memory: all pages are used equally often. A read by key reads 2 pages that may be missing, a page of tasks 51, an"
            + " insert or update 3. This is the worst case: users read new tasks more often");
    item(
        "more tasks: each level of the indexes adds the same time, and one level is needed for a factor of 200. Between 10⁴"
            + " and 10⁷ tasks this is the measured growth; 10¹⁰ tasks are %.1f levels more",
        Costs.levels(1e10) - Costs.levels(Costs.LARGE));
    item(
        "service times have the exponential distribution; processors divide their time equally between calls, pools and"
            + " disks serve in the order of arrival");
    item(
        "half of a flush on the measured machine uses a processor, a tenth of one elsewhere; a log that is always busy has"
            + " room as long as its groups can grow, so its utilisation contains the time of the commits alone");
    item(
        "replicas: %d. All reads go to them; %.0f %% of these wait until the replica has applied all earlier writes. Applying a"
            + " write takes as long as making it, one at a time, with pages prefetched",
        environment.replicas(), 100 * environment.tokenShare());
    item(
        "Citus: %d workers, %d shards of the tasks by their key. The coordinator uses %s for a call, and %s for each shard of"
            + " a call that reads all: pages and statistics of a user. Writes of users and tags commit on all workers in two"
            + " phases. Locks are not simulated",
        environment.workers(),
        environment.shards(),
        time(environment.routeNanos()),
        time(environment.shardNanos()));
  }

  private void validation() {
    List<Validation.Row> rows = new Validation(measured).rows();
    double[] deviations = Validation.deviations(rows);
    line("");
    line("### Simulated beside measured");
    line("");
    line(
        "Calls per second of threads that call without a pause. Of %d rows that do not calibrate the simulation, half deviate by at"
            + " most %.0f %%, nine tenths by at most %.0f %%, and all by at most %.0f %%.",
        deviations.length,
        100 * Validation.quantile(deviations, 0.5),
        100 * Validation.quantile(deviations, 0.9),
        100 * Validation.quantile(deviations, 1));
    line("");
    row("database", "threads", "measured", "simulated", "deviation");
    line("|---|---|---:|---:|---:|");
    for (Validation.Row row : rows) {
      row(
          row.load().database().title(),
          row.load().description() + (row.isCalibration() ? " (*calibrates*)" : ""),
          count(row.measured()),
          count(row.simulated()),
          String.format(Locale.ROOT, "%+d %%", Math.round(100 * row.deviation())));
    }
  }

  private void scenarios(Topology topology) {
    line("");
    line("### %s (*simulated*)", topology.title());
    line("");
    row("users", "tasks", "web processes", "calls/s", "p50", "p99", "first limit", "utilisation");
    line("|---:|---:|---:|---:|---:|---:|---|---|");
    for (int users : USERS) {
      for (double tasks : TASKS) {
        scenario(new Scenario(topology, users, tasks, Mix.of(READS), environment));
      }
    }
  }

  private void scenario(Scenario scenario) {
    Scenario.Result result = scenario.simulate(measured);
    boolean overloaded = result.isOverloaded();
    row(
        count(scenario.users()),
        power(scenario.tasks()),
        Integer.toString(result.processes()),
        count(result.throughput()) + (overloaded ? " of " + count(scenario.wanted()) : ""),
        overloaded ? "overloaded" : time(result.outcome().durations().percentile(0.5)),
        overloaded
            ? "mean " + time(result.overloadedNanos())
            : time(result.outcome().durations().percentile(0.99)),
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
    line("");
    line("### Required for a p99 below %s (*simulated*)", time(MAXIMUM_NANOS));
    line("");
    row("users", "tasks", "cores of one server", "replicas", "workers of Citus");
    line("|---:|---:|---|---|---|");
    for (int users : List.of(100_000, 1_000_000)) {
      for (double tasks : TASKS) {
        row(
            count(users),
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
      Scenario.Result result =
          new Scenario(topology, users, tasks, Mix.of(READS), sized).simulate(measured);
      if (!result.isOverloaded() && result.outcome().durations().percentile(0.99) < MAXIMUM_NANOS) {
        return Integer.toString(size);
      }
      limit = result.usage().bottleneck().getKey();
    }
    return "more than " + sizes.get(sizes.size() - 1) + " do not suffice: " + limit;
  }

  private void statistics() {
    line("");
    line("### Statistics of all users (*calculated*)");
    line("");
    line(
        "They read all rows. If one call in 1,000 computes them, they fill the %d cores of a server with these users:",
        environment.cores());
    line("");
    row("tasks", "SQLite", "users", "PostgreSQL", "users");
    line("|---:|---:|---:|---:|---:|");
    DoubleUnaryOperator users = nanos -> environment.cores() * 1_000 / nanos * Scenario.THINK_NANOS;
    for (double tasks : TASKS) {
      double sqlite =
          Costs.of(measured, DatabaseKind.SQLITE, tasks).of(Kind.ALL_STATISTICS).clientNanos();
      double postgres =
          Costs.of(measured, DatabaseKind.POSTGRES, tasks).of(Kind.ALL_STATISTICS).serverNanos();
      row(
          power(tasks),
          time(sqlite),
          count(users.applyAsDouble(sqlite)),
          time(postgres),
          count(users.applyAsDouble(postgres)));
    }
  }

  private void item(String format, Object... arguments) {
    line("- " + String.format(Locale.ROOT, format, arguments).replace("%", "%%"));
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private void row(String... cells) {
    Markdown.row(text, List.of(cells));
  }

  private static String time(double nanos) {
    return Units.time(OptionalDouble.of(nanos));
  }

  private static String count(double count) {
    return Units.count(OptionalDouble.of(count));
  }

  private static String power(double tasks) {
    return tasks == 1e4 ? "10⁴" : tasks == 1e7 ? "10⁷" : "10¹⁰";
  }
}
