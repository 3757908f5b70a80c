package dev.taskstore.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares TaskStore with plain JDBC and with other libraries. First, the results of each library
 * are compared with those of plain JDBC. Then each library gets its own virtual machine and
 * database, and the measurements are interleaved by workload and round, so that temporary load on
 * the machine affects all libraries. {@link Settings} lists the system properties.
 *
 * <p>The virtual machines stay alive for all rounds. Starting new ones for each round would take
 * most of the time and measure code that is not fully compiled.
 */
public final class Comparison {

  private final Settings settings;
  private final List<Measurement> measurements = new ArrayList<>();

  private Comparison(Settings settings) {
    this.settings = settings;
  }

  /**
   * Runs the comparison and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if the results of a library differ, or a library cannot be run, or the report
   *     cannot be written
   */
  public static void main(String... args) throws Exception {
    new Comparison(Settings.ofSystemProperties()).run();
  }

  private void run() throws IOException, SQLException, InterruptedException {
    Map<String, String> conditions = conditions();
    Map<DatabaseKind, Databases> databases = new LinkedHashMap<>();
    List<WorkerProcess> workers = new ArrayList<>();
    try {
      for (DatabaseKind kind : settings.databases()) {
        Databases opened = Databases.open(kind, settings.data());
        databases.put(kind, opened);
        conditions.put(kind.title(), opened.version());
      }
      conditions.forEach((name, value) -> System.out.println(name + ": " + value));
      for (Databases opened : databases.values()) {
        check(opened);
      }
      for (Library library : settings.libraries()) {
        workers.add(start(library, databases));
      }
      measure(workers);
    } finally {
      for (WorkerProcess worker : workers) {
        worker.close();
      }
      for (Databases opened : databases.values()) {
        opened.close();
      }
    }
    new Report(conditions, settings, measurements).write();
  }

  private Map<String, String> conditions() {
    Map<String, String> conditions = Conditions.here();
    conditions.put("Java", Machine.java() + ", " + String.join(" ", settings.workerOptions()));
    conditions.put("Data", Conditions.rows(settings.data()));
    conditions.put(
        "Rounds",
        Conditions.rounds(settings.rounds(), settings.millis(), settings.warmupMillis())
            + ", a first warm-up of "
            + settings.firstWarmupMillis()
            + " ms; load "
            + Math.min(settings.rounds(), settings.longRounds()));
    conditions.put(
        "Libraries",
        settings.libraries().stream()
            .map(library -> (library.name() + " " + library.version()).strip())
            .collect(Collectors.joining(", ")));
    return conditions;
  }

  private void check(Databases databases) throws IOException, SQLException {
    Checker checker = new Checker(settings.data(), databases, settings.workloads());
    for (Library library : settings.libraries()) {
      checker.check(library, slug(library));
    }
    System.out.println("All results are equal.");
  }

  private WorkerProcess start(Library library, Map<DatabaseKind, Databases> databases)
      throws IOException, SQLException {
    List<Target> targets = new ArrayList<>();
    for (Databases opened : databases.values()) {
      targets.add(opened.copy(slug(library)));
    }
    return WorkerProcess.start(library, settings, settings.data(), targets);
  }

  private static String slug(Library library) {
    return library.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
  }

  private void measure(List<WorkerProcess> workers) throws IOException {
    for (int round = -1; round < settings.rounds(); round++) {
      for (DatabaseKind database : settings.databases()) {
        for (Workload workload : settings.workloads()) {
          measure(workers, database, workload, round);
        }
      }
    }
  }

  /** Rotates the libraries, so that none is always the first. */
  private static List<WorkerProcess> inTurn(List<WorkerProcess> workers, int round) {
    List<WorkerProcess> turns = new ArrayList<>(workers);
    Collections.rotate(turns, -round);
    return turns;
  }

  private void measure(
      List<WorkerProcess> workers, DatabaseKind database, Workload workload, int round)
      throws IOException {
    boolean warmup = round < 0;
    if (warmup ? workload.isLong() : round >= settings.rounds(workload)) {
      return;
    }
    for (WorkerProcess worker : inTurn(workers, round)) {
      if (worker.without().contains(workload)) {
        continue;
      }
      Measurement measurement =
          warmup
              ? worker.measure(database, workload, round, settings.firstWarmupMillis(), 1)
              : worker.measure(
                  database, workload, round, settings.warmupMillis(), settings.millis());
      if (!warmup) {
        measurements.add(measurement);
        System.out.printf(
            Locale.ROOT,
            "round %d, %s, %s, %s: %.1f us, processor %.1f us, %.0f bytes%n",
            round + 1,
            database.title(),
            workload.id(),
            worker.name(),
            measurement.nanos() / 1_000,
            measurement.processorNanos() / 1_000,
            measurement.bytes());
      }
    }
  }
}
