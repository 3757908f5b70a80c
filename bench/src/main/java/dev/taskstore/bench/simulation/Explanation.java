package dev.taskstore.bench.simulation;

/**
 * Writes the assumptions and the terms of the tables, with the figures that the simulation uses.
 */
final class Explanation {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Measured measured;
  private final Environment environment;
  private final Lines lines;

  Explanation(Measured measured, Environment environment, Lines lines) {
    this.measured = measured;
    this.environment = environment;
    this.lines = lines;
  }

  /** Adds what the tables assume. */
  void assumptions() {
    lines.heading("Assumptions of the simulation");
    lines.line("Measured here, and read from the JSON files of this folder:");
    lines.line("");
    lines.item(
        "`performance.json`: the time of each call in one thread and the processor time of its client");
    lines.item(
        "`growth.json`: the size of a task, and how much longer a call takes with 10⁷ tasks than with 10⁴");
    lines.item(
        "`concurrency.json`, rows marked *calibrates* below: a call that waited uses its connection after %s; a"
            + " read by key on SQLite takes %s longer after a write of another connection, a page %s; a write on"
            + " SQLite takes %.1f times as long beside readers; a read by key on PostgreSQL takes %s of processors,"
            + " client and server together, and %s without them; a flush takes %s and %s for each of its commits",
        Lines.time(Calibration.handOverNanos(measured)),
        Lines.time(Calibration.staleNanosOfFind(measured)),
        Lines.time(Calibration.staleNanosOfPage(measured)),
        Calibration.writeBesideReader(measured),
        Lines.time(Calibration.busyNanosOfFind(measured)),
        Lines.time(Calibration.idleNanosOfRoundTrip(measured)),
        Lines.time(Calibration.flush(measured).baseNanos()),
        Lines.time(Calibration.flush(measured).commitNanos()));
    lines.item("`replicas.json`: the first read after a token");
    lines.line("");
    lines.line("Not measured; `Environment`, `Mix` and `Costs` contain them as parameters:");
    lines.line("");
    lines.item(
        "users: one call in %.0f s each, %.0f %% reads (55 %% by key, 40 %% pages of 50 tasks, 5 %% statistics of one"
            + " user) and %.0f %% writes (50 %% inserts, 45 %% updates, 5 %% users or tags)",
        Scenario.THINK_NANOS / NANOS_PER_SECOND,
        100 * ScalingReport.READS,
        100 * (1 - ScalingReport.READS));
    lines.item(
        "each server: %d cores and %.0f GiB of memory. SQLite and its process share one such machine",
        environment.cores(), environment.memoryBytes() / (1L << 30));
    lines.item(
        "web processes: %d cores and %d connections each, %s of a core for a call in addition to TaskStore; as many"
            + " as keep their cores half idle",
        environment.processCores(),
        environment.connections(),
        Lines.time(environment.requestNanos()));
    lines.item(
        "a round trip between two machines: %s. A flush: %s, and for each commit the measured time. A read of a page from"
            + " the disk: %s, %d at a time",
        Lines.time(environment.networkNanos()),
        Lines.time(environment.flush().baseNanos()),
        Lines.time(environment.diskNanos()),
        environment.diskReads());
    lines.item(
        "memory: all pages are used equally often. A read by key reads 2 pages that may be missing, a page of tasks 51, an"
            + " insert or update 3. This is the worst case: users read new tasks more often");
    lines.item(
        "more tasks: each level of the indexes adds the same time, and one level is needed for a factor of 200. Between 10⁴"
            + " and 10⁷ tasks this is the measured growth; 10¹⁰ tasks are %.1f levels more",
        Costs.levels(1e10) - Costs.levels(Costs.LARGE));
    lines.item(
        "service times have the exponential distribution; processors divide their time equally between calls, pools and"
            + " disks serve in the order of arrival");
    lines.item(
        "half of a flush on the measured machine uses a processor, which was chosen once to fit all rows below, a tenth of one elsewhere. A log that is always busy has"
            + " room as long as its groups can grow, so its utilisation contains the time of the commits alone");
    lines.item(
        "replicas: %d. All reads go to them; %.0f %% of these wait until the replica has applied all earlier writes. Applying a"
            + " write takes as long as making it, one at a time, with pages prefetched",
        environment.replicas(), 100 * environment.tokenShare());
    lines.item(
        "Citus: %d workers, %d shards of the tasks by their key. The coordinator uses %s for a call, and %s for each shard of"
            + " a call that reads all: pages and statistics of a user. Writes of users and tags commit on all workers in two"
            + " phases. Locks are not simulated",
        environment.workers(),
        environment.shards(),
        Lines.time(environment.routeNanos()),
        Lines.time(environment.shardNanos()));
  }

  /** Adds the meaning of the terms of the tables. */
  void terms() {
    lines.heading("Terms of the tables");
    lines.item(
        "*first limit*: the resource with the highest utilisation, if it is at least %.0f %%; bold if the users overload it. The number of"
            + " web processes follows the calls, so their cores do not count. Connections do not count if another resource is used for"
            + " %.0f %% of the time, because calls wait for it on their connection",
        100 * ScalingReport.NEAR, 100 * Outcome.FULL);
    lines.item(
        "*overloaded*: the calls and the utilisation are those of the saturated system. The mean time of a call is calculated: users"
            + " divided by calls per second, minus the %.0f s between two calls. In practice such calls end with a timeout",
        Scenario.THINK_NANOS / NANOS_PER_SECOND);
    lines.item(
        "*cores* of SQLite are those of the machine of the file and its only process; *readers* and *writer* are its connections. *log*"
            + " is the write-ahead log of PostgreSQL, *replay* the process of a replica that applies writes");
  }
}
