package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL server. */
final class PostgresDatabase implements Database {

  private final Clock clock;
  private final Environment environment;
  private final Costs costs;
  private final WebProcesses web;
  private final Server server;

  private PostgresDatabase(
      Clock clock, Environment environment, Costs costs, WebProcesses web, Server server) {
    this.clock = clock;
    this.environment = environment;
    this.costs = costs;
    this.web = web;
    this.server = server;
  }

  /** Creates a server on a machine of its own. */
  static PostgresDatabase separate(
      Clock clock, Chance chance, Environment environment, Costs costs, double handOverNanos) {
    return new PostgresDatabase(
        clock,
        environment,
        costs,
        new WebProcesses(clock, chance, environment, handOverNanos),
        new Server(clock, chance, "server", environment, costs.databaseBytes()));
  }

  /** Creates a server on the machine of the only process that calls it. */
  static PostgresDatabase together(
      Clock clock, Chance chance, Environment environment, Costs costs, double handOverNanos) {
    WebProcesses web = new WebProcesses(clock, chance, environment, handOverNanos);
    return new PostgresDatabase(
        clock,
        environment,
        costs,
        web,
        new Server(clock, chance, "server", environment, costs.databaseBytes(), web.cores()));
  }

  @Override
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>(web.resources());
    resources.addAll(server.resources());
    return resources;
  }

  @Override
  public void call(Kind kind, Runnable done) {
    Cost cost = costs.of(kind);
    web.call(
        cost,
        end -> clock.after(environment.networkNanos(), () -> server.run(kind, cost, end)),
        done);
  }
}
