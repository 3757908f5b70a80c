package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A primary and replicas. Writes run on the primary, and each replica applies them one after the
 * other. Reads run on a replica. A share of them first waits until the replica has applied all
 * earlier writes, or runs on the primary if too many are missing.
 */
final class ReplicatedDatabase implements Database {

  /** The number of missing writes from which a read goes to the primary. */
  private static final int GREATEST_LAG = 1_000;

  private final Clock clock;
  private final Chance chance;
  private final Environment environment;
  private final Costs costs;
  private final WebProcesses web;
  private final Server primary;
  private final double checkNanos;
  private final List<Replica> replicas = new ArrayList<>();

  ReplicatedDatabase(
      Clock clock, Chance chance, Environment environment, Costs costs, Measured measured) {
    this.clock = clock;
    this.chance = chance;
    this.environment = environment;
    this.costs = costs;
    this.web = new WebProcesses(clock, chance, environment, Calibration.handOverNanos(measured));
    this.primary = new Server(clock, chance, "primary", environment, costs.databaseBytes());
    this.checkNanos =
        measured.nanosOfReplica("replica, first read after a token")
            - measured.nanosOfReplica("replica, without a check");
    for (int replica = 0; replica < environment.replicas(); replica++) {
      Server server = new Server(clock, chance, "replica", environment, costs.databaseBytes());
      replicas.add(new Replica(server, new Replay(clock, server)));
    }
  }

  @Override
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>(web.resources());
    resources.addAll(primary.resources());
    for (Replica replica : replicas) {
      resources.addAll(replica.server.resources());
      resources.add(replica.replay);
    }
    return resources;
  }

  @Override
  public void call(Kind kind, Runnable done) {
    Cost cost = costs.of(kind);
    web.call(
        cost, end -> clock.after(environment.networkNanos(), () -> run(kind, cost, end)), done);
  }

  private void run(Kind kind, Cost cost, Runnable done) {
    if (kind.isWrite()) {
      primary.run(
          kind,
          cost,
          () -> {
            replicas.forEach(replica -> replica.replay.apply(cost));
            done.run();
          });
      return;
    }
    Replica replica = replicas.get(chance.below(replicas.size()));
    if (chance.share() >= environment.tokenShare()) {
      replica.server.run(kind, cost, done);
    } else if (replica.replay.missing() > GREATEST_LAG) {
      primary.run(kind, cost, done);
    } else {
      replica.replay.await(
          () -> replica.server.compute(checkNanos, () -> replica.server.run(kind, cost, done)));
    }
  }

  /** A replica and its process that applies writes. */
  private record Replica(Server server, Replay replay) {}
}
