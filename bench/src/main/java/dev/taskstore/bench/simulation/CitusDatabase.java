package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A coordinator and workers, with tasks distributed by their key. Calls for one task go to one
 * worker, calls for one user or all to all workers, and writes of users and tags to all workers
 * with a commit in two phases.
 */
final class CitusDatabase implements Database {

  private final Clock clock;
  private final Chance chance;
  private final Environment environment;
  private final Costs costs;
  private final WebProcesses web;
  private final Server coordinator;
  private final List<Server> workers = new ArrayList<>();

  CitusDatabase(
      Clock clock, Chance chance, Environment environment, Costs costs, double handOverNanos) {
    this.clock = clock;
    this.chance = chance;
    this.environment = environment;
    this.costs = costs;
    this.web = new WebProcesses(clock, chance, environment, handOverNanos);
    this.coordinator = new Server(clock, chance, "coordinator", environment, 1);
    double bytes = costs.databaseBytes() / environment.workers();
    for (int worker = 0; worker < environment.workers(); worker++) {
      workers.add(new Server(clock, chance, "worker", environment, bytes));
    }
  }

  @Override
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>(web.resources());
    resources.addAll(coordinator.resources());
    workers.forEach(worker -> resources.addAll(worker.resources()));
    return resources;
  }

  @Override
  public void call(Kind kind, Runnable done) {
    Cost cost = costs.of(kind);
    web.call(cost, end -> travel(() -> route(kind, cost, end)), done);
  }

  private void travel(Runnable arrived) {
    clock.after(environment.networkNanos(), arrived);
  }

  private void route(Kind kind, Cost cost, Runnable done) {
    switch (kind) {
      case FIND, INSERT, UPDATE -> toOne(kind, cost, done);
      case PAGE, USER_STATISTICS, ALL_STATISTICS -> toShards(cost, done);
      case REFERENCE -> toAllInTwoPhases(cost, done);
    }
  }

  private void toOne(Kind kind, Cost cost, Runnable done) {
    Server worker = workers.get(chance.below(workers.size()));
    coordinator.compute(environment.routeNanos(), () -> travel(() -> worker.run(kind, cost, done)));
  }

  /** Each shard is searched; the rows that are found are those of one server, divided. */
  private void toShards(Cost cost, Runnable done) {
    double shards = (double) environment.shards() / workers.size();
    double nanos = shards * costs.of(Kind.FIND).serverNanos() + cost.serverNanos() / workers.size();
    double pages = shards + (cost.pages() - 1) / workers.size();
    coordinator.compute(
        environment.routeNanos() + environment.shards() * environment.shardNanos(),
        () -> toAll((worker, end) -> worker.execute(nanos, pages, end), done));
  }

  private void toAllInTwoPhases(Cost cost, Runnable done) {
    coordinator.compute(
        environment.routeNanos(),
        () ->
            toAll(
                (worker, prepared) ->
                    worker.execute(cost.serverNanos(), cost.pages(), () -> worker.commit(prepared)),
                () -> coordinator.commit(() -> toAll(Server::commit, done))));
  }

  /** Runs a step on all workers and waits for the slowest. */
  private void toAll(BiConsumer<Server, Runnable> step, Runnable done) {
    int[] missing = {workers.size()};
    travel(
        () ->
            workers.forEach(
                worker ->
                    step.accept(
                        worker,
                        () -> {
                          if (--missing[0] == 0) {
                            done.run();
                          }
                        })));
  }
}
