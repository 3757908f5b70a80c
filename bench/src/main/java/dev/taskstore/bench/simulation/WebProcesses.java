package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;

/** Processes that serve calls; each has processors and a pool of connections. */
final class WebProcesses {

  /** The name of the processors. */
  static final String CORES = "web cores";

  private final Chance chance;
  private final Environment environment;
  private final List<Cores> cores = new ArrayList<>();
  private final List<Connections> pools = new ArrayList<>();

  WebProcesses(Clock clock, Chance chance, Environment environment, double handOverNanos) {
    this.chance = chance;
    this.environment = environment;
    for (int process = 0; process < environment.processes(); process++) {
      cores.add(new Cores(clock, CORES, environment.processCores()));
      pools.add(new Connections(clock, "connections", environment.connections(), handOverNanos));
    }
  }

  /** Returns the processors of the only process. */
  Cores cores() {
    return cores.get(0);
  }

  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>(cores);
    resources.addAll(pools);
    return resources;
  }

  /** Runs a call of a random process on one of its connections. */
  void call(Cost cost, Statement statement, Runnable done) {
    int process = chance.below(cores.size());
    Cores processors = cores.get(process);
    Connections pool = pools.get(process);
    Runnable connect =
        () ->
            pool.take(
                connection ->
                    processors.work(
                        chance.exponential(cost.clientNanos()),
                        () ->
                            statement.run(
                                () -> {
                                  pool.giveBack(connection);
                                  done.run();
                                })));
    if (environment.requestNanos() > 0) {
      processors.work(chance.exponential(environment.requestNanos()), connect);
    } else {
      connect.run();
    }
  }

  /** What a call does on its connection. */
  @FunctionalInterface
  interface Statement {

    void run(Runnable done);
  }
}
