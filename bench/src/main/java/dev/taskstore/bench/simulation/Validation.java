package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import java.util.ArrayList;
import java.util.List;

/** Simulates what was measured with threads. */
final class Validation {

  private static final int WARMUP = 1_000;
  private static final int WARMUP_OF_THREAD = 10;
  private static final int CALLS = 5_000;
  private static final int CALLS_PER_UPDATE = 10;
  private static final List<Integer> THREADS = List.of(1, 4, 32, 1_000);
  private static final List<Integer> READERS = List.of(0, 1, 4, 8);
  private static final List<Integer> POOLS = List.of(2, 4, 8, 32);

  private final Measured measured;

  Validation(Measured measured) {
    this.measured = measured;
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (DatabaseKind database : DatabaseKind.values()) {
      for (Load load : loads(database)) {
        rows.add(new Row(load, measured.perSecond(load), simulated(load)));
      }
    }
    return rows;
  }

  /** Returns the absolute deviations of the rows that do not calibrate, in ascending order. */
  static double[] deviations(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.isCalibration())
        .mapToDouble(row -> Math.abs(row.deviation()))
        .sorted()
        .toArray();
  }

  /** Returns the smallest value that is not exceeded by a share of the sorted values. */
  static double quantile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  static List<Load> loads(DatabaseKind database) {
    List<Load> loads = new ArrayList<>();
    for (String work : List.of("findById", "insert", "mix")) {
      THREADS.forEach(threads -> loads.add(Load.threads(database, work, threads)));
    }
    for (int readers : READERS) {
      loads.add(Load.writer(database, readers));
      if (readers > 0) {
        loads.add(Load.readers(database, readers));
      }
    }
    for (String work : List.of("findById", "insert")) {
      POOLS.forEach(connections -> loads.add(Load.pool(database, work, connections)));
    }
    return loads;
  }

  private double simulated(Load load) {
    Clock clock = new Clock();
    Simulation simulation = new Simulation(clock, database(load, clock));
    Callers callers = new Callers(clock, simulation);
    boolean pages = load.work().equals("pageOfUser");
    if (pages) {
      callers.addThread("insert", () -> Kind.INSERT);
    }
    for (int thread = 0; thread < load.threads(); thread++) {
      callers.addThread(load.work(), work(load.work(), thread));
    }
    for (int reader = 0; !pages && reader < load.readers(); reader++) {
      callers.addThread("pageOfUser", () -> Kind.PAGE);
    }
    return simulation
        .run(WARMUP + WARMUP_OF_THREAD * load.threads(), CALLS)
        .perSecond()
        .getOrDefault(load.work(), 0.0);
  }

  private Database database(Load load, Clock clock) {
    Chance chance = new Chance(1);
    Environment environment = Environment.measured(measured, load.connections());
    Costs costs = Costs.measured(measured, load.database());
    return load.database() == DatabaseKind.SQLITE
        ? new SqliteFileDatabase(clock, chance, environment, costs, measured)
        : PostgresDatabase.together(
            clock, chance, environment, costs, Calibration.handOverNanos(measured));
  }

  private static Work work(String name, int thread) {
    int[] calls = {thread};
    return switch (name) {
      case "findById" -> () -> Kind.FIND;
      case "insert" -> () -> Kind.INSERT;
      case "pageOfUser" -> () -> Kind.PAGE;
      case "mix" -> () -> ++calls[0] % CALLS_PER_UPDATE == 0 ? Kind.UPDATE : Kind.FIND;
      default -> throw new IllegalArgumentException("No work has the name " + name);
    };
  }

  /**
   * A row of the measurements.
   *
   * @param load the threads
   * @param measured the measured calls per second
   * @param simulated the simulated calls per second
   */
  record Row(Load load, double measured, double simulated) {

    double deviation() {
      return simulated / measured - 1;
    }

    boolean isCalibration() {
      return Calibration.ROWS.contains(load);
    }
  }
}
