package dev.taskstore.bench.simulation;

import java.util.List;

/** A database server: its processors, disk and log. */
final class Server {

  private final Chance chance;
  private final Cores cores;
  private final Disk disk;
  private final CommitLog log;

  /**
   * Creates a server.
   *
   * @param name the name of its resources
   * @param bytes the size of its data
   */
  Server(Clock clock, Chance chance, String name, Environment environment, double bytes) {
    this(
        clock,
        chance,
        name,
        environment,
        bytes,
        new Cores(clock, name + " cores", environment.cores()));
  }

  /** Creates a server on processors that other programs use too. */
  Server(
      Clock clock, Chance chance, String name, Environment environment, double bytes, Cores cores) {
    this.chance = chance;
    this.cores = cores;
    this.disk = new Disk(clock, chance, name + " disk", environment, bytes);
    this.log = new CommitLog(clock, name + " log", environment.flush(), cores);
  }

  List<Resource> resources() {
    return List.of(cores, disk.resource(), log);
  }

  /** Executes a statement without its commit. */
  void execute(double nanos, double pages, Runnable done) {
    compute(nanos, () -> read(pages, done));
  }

  void compute(double nanos, Runnable done) {
    cores.work(chance.exponential(nanos), done);
  }

  /** Reads pages that are not in memory. */
  void read(double pages, Runnable done) {
    disk.read(pages, done);
  }

  /** Waits for the log. */
  void commit(Runnable done) {
    log.commit(done);
  }

  /** Executes a call and commits it if it writes. */
  void run(Kind kind, Cost cost, Runnable done) {
    execute(
        cost.serverNanos(),
        cost.pages(),
        () -> {
          if (kind.isWrite()) {
            commit(done);
          } else {
            done.run();
          }
        });
  }
}
