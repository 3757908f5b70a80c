package dev.taskstore.bench.simulation;

/**
 * The simulated machines. Defaults of what was not measured are assumptions, which the page lists.
 *
 * @param cores processors of a database server
 * @param memoryBytes memory of a database server
 * @param processes web processes, each on a machine of its own
 * @param processCores processors of the machine of a web process
 * @param connections the size of the pool of a web process
 * @param requestNanos processor time of a web process for a call, in addition to that of TaskStore
 * @param networkNanos a round trip between two machines
 * @param flush a flush of a log
 * @param diskNanos a read of a page from the disk
 * @param diskReads the number of reads that a disk executes at a time
 * @param replicas the number of replicas
 * @param tokenShare the share of reads that must see the last write of their user
 * @param workers the number of workers of Citus
 * @param shards the number of shards of a distributed table
 * @param routeNanos processor time of the coordinator for a call
 * @param shardNanos processor time of the coordinator for each shard of a call that reads all
 */
record Environment(
    int cores,
    double memoryBytes,
    int processes,
    int processCores,
    int connections,
    double requestNanos,
    double networkNanos,
    Flush flush,
    double diskNanos,
    int diskReads,
    int replicas,
    double tokenShare,
    int workers,
    int shards,
    double routeNanos,
    double shardNanos) {

  private static final double GIB = 1L << 30;

  /** Returns the machines of the tables. */
  static Environment standard(Measured measured) {
    return new Environment(
        8,
        64 * GIB,
        1,
        4,
        20,
        500_000,
        200_000,
        new Flush(1_000_000, Calibration.flush(measured).commitNanos(), 0.1),
        200_000,
        64,
        2,
        0.1,
        4,
        32,
        50_000,
        20_000);
  }

  /** Returns the machine on which client and server were measured together. */
  static Environment measured(Measured measured, int connections) {
    return new Environment(
        Calibration.CORES,
        64 * GIB,
        1,
        Calibration.CORES,
        connections,
        0,
        Calibration.idleNanosOfRoundTrip(measured),
        Calibration.flush(measured),
        0,
        1,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  Environment withCores(int other) {
    return new Environment(
        other,
        memoryBytes,
        processes,
        processCores,
        connections,
        requestNanos,
        networkNanos,
        flush,
        diskNanos,
        diskReads,
        replicas,
        tokenShare,
        workers,
        shards,
        routeNanos,
        shardNanos);
  }

  Environment withProcesses(int other) {
    return new Environment(
        cores,
        memoryBytes,
        other,
        processCores,
        connections,
        requestNanos,
        networkNanos,
        flush,
        diskNanos,
        diskReads,
        replicas,
        tokenShare,
        workers,
        shards,
        routeNanos,
        shardNanos);
  }

  Environment withReplicas(int other) {
    return new Environment(
        cores,
        memoryBytes,
        processes,
        processCores,
        connections,
        requestNanos,
        networkNanos,
        flush,
        diskNanos,
        diskReads,
        other,
        tokenShare,
        workers,
        shards,
        routeNanos,
        shardNanos);
  }

  Environment withWorkers(int other) {
    return new Environment(
        cores,
        memoryBytes,
        processes,
        processCores,
        connections,
        requestNanos,
        networkNanos,
        flush,
        diskNanos,
        diskReads,
        replicas,
        tokenShare,
        other,
        shards,
        routeNanos,
        shardNanos);
  }

  /** Returns the share of pages that are not in the memory of a server, if all are used equally. */
  double missing(double bytes) {
    return Math.max(0, 1 - memoryBytes / bytes);
  }
}
