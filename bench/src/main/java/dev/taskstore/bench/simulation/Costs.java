package dev.taskstore.bench.simulation;

import dev.taskstore.bench.DatabaseKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The costs of all calls on one kind of database, computed from measured figures.
 *
 * @param byKind the costs
 * @param databaseBytes the size of the database
 */
record Costs(Map<Kind, Cost> byKind, double databaseBytes) {

  static final long SMALL = 10_000;
  static final long LARGE = 10_000_000;

  /** Rows to which a page of an index refers. */
  private static final double ROWS_OF_INDEX_PAGE = 200;

  private static final int MANY_KEYS = 1_000;
  private static final int FEW_KEYS = 20;
  private static final String FIND = "findById";
  private static final String STATISTICS = "statistics";
  private static final String PAGE = "pageOfUser";

  /** Pages that are not those of the newest rows, and so may be missing in memory. */
  private static final Map<Kind, Integer> PAGES =
      Map.of(
          Kind.FIND, 2,
          Kind.PAGE, 51,
          Kind.USER_STATISTICS, 2,
          Kind.ALL_STATISTICS, 0,
          Kind.INSERT, 3,
          Kind.UPDATE, 3,
          Kind.REFERENCE, 0);

  Costs {
    byKind = Map.copyOf(byKind);
  }

  Cost of(Kind kind) {
    return byKind.getOrDefault(kind, new Cost(0, 0, 0, 0));
  }

  /** Returns the costs with the table of the measurements with threads. */
  static Costs measured(Measured measured, DatabaseKind database) {
    Map<Kind, Cost> costs = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      costs.put(
          kind,
          database == DatabaseKind.SQLITE ? sqlite(measured, kind) : postgres(measured, kind));
    }
    return new Costs(costs, 0);
  }

  /** Returns the costs on a table with a number of tasks. */
  static Costs of(Measured measured, DatabaseKind database, double tasks) {
    Map<Kind, Cost> costs = new EnumMap<>(Kind.class);
    measured(measured, database)
        .byKind()
        .forEach(
            (kind, cost) ->
                costs.put(kind, cost.plus(database, growthNanos(measured, database, kind, tasks))));
    double bytes = measured.ofDatabase(database, LARGE, "bytes") / LARGE * tasks;
    return new Costs(costs, bytes);
  }

  private static Cost sqlite(Measured measured, Kind kind) {
    DatabaseKind database = DatabaseKind.SQLITE;
    String workload = workload(kind);
    double processor = measured.processorNanos(database, workload);
    double file = kind.isWrite() ? measured.nanos(database, workload) - processor : 0;
    return new Cost(
        processor + statistics(measured, database, kind), 0, file, PAGES.getOrDefault(kind, 0));
  }

  private static Cost postgres(Measured measured, Kind kind) {
    DatabaseKind database = DatabaseKind.POSTGRES;
    String workload = workload(kind);
    double client = measured.processorNanos(database, workload);
    double both =
        kind.isWrite()
            ? Calibration.busyNanosOfFind(measured)
                * client
                / measured.processorNanos(database, FIND)
            : measured.nanos(database, workload) - Calibration.idleNanosOfRoundTrip(measured);
    return new Cost(
        client,
        both - client + statistics(measured, database, kind),
        0,
        PAGES.getOrDefault(kind, 0));
  }

  private static String workload(Kind kind) {
    return switch (kind) {
      case FIND, USER_STATISTICS, ALL_STATISTICS -> FIND;
      case PAGE -> PAGE;
      case INSERT, REFERENCE -> "insert";
      case UPDATE -> "update";
    };
  }

  /** The time in addition to that of a read by key, which the call contains too. */
  private static double statistics(Measured measured, DatabaseKind database, Kind kind) {
    if (kind != Kind.USER_STATISTICS && kind != Kind.ALL_STATISTICS) {
      return 0;
    }
    double all = measured.nanos(database, STATISTICS, SMALL, FEW_KEYS);
    return kind == Kind.ALL_STATISTICS ? all : all / measured.ofDatabase(database, SMALL, "users");
  }

  /** Each level of the indexes adds the same time; statistics of all users read all rows. */
  private static double growthNanos(
      Measured measured, DatabaseKind database, Kind kind, double tasks) {
    if (kind == Kind.ALL_STATISTICS) {
      return measured.nanos(database, STATISTICS, SMALL, FEW_KEYS)
          * (growthOfScan(measured, database, tasks) - 1);
    }
    String operation = kind == Kind.PAGE ? PAGE : FIND;
    double measuredGrowth =
        measured.nanos(database, operation, LARGE, MANY_KEYS)
            - measured.nanos(database, operation, SMALL, MANY_KEYS);
    return Math.max(0, measuredGrowth) * levels(tasks) / levels(LARGE);
  }

  /** Between the measured sizes, the logarithms grow in proportion; above, the time does. */
  private static double growthOfScan(Measured measured, DatabaseKind database, double tasks) {
    double ratio =
        measured.nanos(database, STATISTICS, LARGE, FEW_KEYS)
            / measured.nanos(database, STATISTICS, SMALL, FEW_KEYS);
    return tasks < LARGE
        ? StrictMath.pow(ratio, levels(tasks) / levels(LARGE))
        : ratio * tasks / LARGE;
  }

  /** Returns the levels that indexes have in addition to those with the small table. */
  static double levels(double tasks) {
    return StrictMath.log(tasks / SMALL) / StrictMath.log(ROWS_OF_INDEX_PAGE);
  }
}
