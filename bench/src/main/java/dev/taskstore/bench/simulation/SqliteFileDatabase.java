package dev.taskstore.bench.simulation;

import java.util.List;

/**
 * One SQLite file in the process that uses it: one connection writes, the others read. A read drops
 * the cache of its connection if another one has written since the last read.
 */
final class SqliteFileDatabase implements Database {

  private final Clock clock;
  private final Chance chance;
  private final Environment environment;
  private final Costs costs;
  private final double writeBesideReader;
  private final double staleNanosOfFind;
  private final double staleNanosOfPage;
  private final Cores cores;
  private final Disk disk;
  private final Connections writer;
  private final Connections readers;
  private final long[] versions;
  private long version;

  SqliteFileDatabase(
      Clock clock, Chance chance, Environment environment, Costs costs, Measured measured) {
    this.clock = clock;
    this.chance = chance;
    this.environment = environment;
    this.costs = costs;
    this.writeBesideReader = Calibration.writeBesideReader(measured);
    this.staleNanosOfFind = Calibration.staleNanosOfFind(measured);
    this.staleNanosOfPage = Calibration.staleNanosOfPage(measured);
    double handOver = Calibration.handOverNanos(measured);
    this.cores = new Cores(clock, "cores", environment.cores());
    this.disk = new Disk(clock, chance, "disk", environment, costs.databaseBytes());
    this.writer = new Connections(clock, "writer", 1, handOver);
    this.readers = new Connections(clock, "readers", environment.connections() - 1, handOver);
    this.versions = new long[environment.connections()];
  }

  @Override
  public List<Resource> resources() {
    return List.of(cores, disk.resource(), writer, readers);
  }

  @Override
  public void call(Kind kind, Runnable done) {
    Runnable connect = () -> connect(kind, done);
    if (environment.requestNanos() > 0) {
      cores.work(chance.exponential(environment.requestNanos()), connect);
    } else {
      connect.run();
    }
  }

  private void connect(Kind kind, Runnable done) {
    Cost cost = costs.of(kind);
    if (kind.isWrite()) {
      writer.take(
          connection ->
              write(
                  cost,
                  () -> {
                    version++;
                    writer.giveBack(connection);
                    done.run();
                  }));
    } else {
      readers.take(
          connection ->
              read(
                  kind,
                  cost,
                  connection,
                  () -> {
                    readers.giveBack(connection);
                    done.run();
                  }));
    }
  }

  private void write(Cost cost, Runnable done) {
    double alone = cost.clientNanos() + cost.fileNanos();
    double beside = readers.used() > 0 ? (writeBesideReader - 1) * alone : 0;
    cores.work(
        chance.exponential(cost.clientNanos()),
        () ->
            disk.read(
                cost.pages(),
                () -> clock.after(chance.exponential(cost.fileNanos() + beside), done)));
  }

  private void read(Kind kind, Cost cost, int connection, Runnable done) {
    double stale = versions[connection] == version ? 0 : staleNanos(kind);
    versions[connection] = version;
    cores.work(chance.exponential(cost.clientNanos() + stale), () -> disk.read(cost.pages(), done));
  }

  private double staleNanos(Kind kind) {
    return kind == Kind.PAGE ? staleNanosOfPage : staleNanosOfFind;
  }
}
