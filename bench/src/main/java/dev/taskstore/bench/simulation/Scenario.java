package dev.taskstore.bench.simulation;

import java.util.Optional;

/**
 * Users of a system with a number of tasks.
 *
 * @param topology the system
 * @param users the number of active users
 * @param tasks the number of tasks
 * @param mix their calls
 * @param environment the machines
 */
record Scenario(Topology topology, int users, double tasks, Mix mix, Environment environment) {

  /** The time between the calls of a user. */
  static final double THINK_NANOS = 10e9;

  /** The greatest mean utilisation of web processes, of which any number can be added. */
  private static final double WEB_UTILISATION = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long SEED = 1;
  private static final int WARMUP = 1_500;
  private static final int CALLS = 5_000;
  private static final int SATURATING = 500;
  private static final int SATURATION = 3;
  private static final String USERS = "users";

  /** Returns the calls in a second if no call takes long. */
  double wanted() {
    return users / (THINK_NANOS / NANOS_PER_SECOND);
  }

  /** Simulates the users, and a saturated system if they overload it. */
  Result simulate(Measured measured) {
    Costs costs = Costs.of(measured, topology.database(), tasks);
    Environment sized = environment.withProcesses(processes(costs));
    Outcome outcome = thinking(measured, costs, sized);
    Optional<Outcome> saturated =
        outcome.isOverloaded() ? Optional.of(saturated(measured, costs, sized)) : Optional.empty();
    return new Result(this, sized.processes(), outcome, saturated);
  }

  /** Simulates the users alone. */
  Outcome think(Measured measured) {
    Costs costs = Costs.of(measured, topology.database(), tasks);
    return thinking(measured, costs, environment.withProcesses(processes(costs)));
  }

  /** Simulates a saturated system. */
  Outcome saturate(Measured measured) {
    Costs costs = Costs.of(measured, topology.database(), tasks);
    return saturated(measured, costs, environment.withProcesses(processes(costs)));
  }

  private int processes(Costs costs) {
    double nanos = environment.requestNanos() + mix.clientNanos(costs);
    double cores = wanted() * nanos / NANOS_PER_SECOND / WEB_UTILISATION;
    return topology == Topology.SQLITE
        ? 1
        : Math.max(1, (int) Math.ceil(cores / environment.processCores()));
  }

  private Outcome thinking(Measured measured, Costs costs, Environment sized) {
    Clock clock = new Clock();
    Chance chance = new Chance(SEED);
    Simulation simulation =
        new Simulation(clock, topology.open(clock, chance, sized, costs, measured));
    new Callers(clock, simulation).addUsers(USERS, users, THINK_NANOS, chance, mix.work(chance));
    return simulation.run(WARMUP, CALLS);
  }

  /** Users who do not think saturate the system in a short simulated time. */
  private Outcome saturated(Measured measured, Costs costs, Environment sized) {
    Clock clock = new Clock();
    Chance chance = new Chance(SEED);
    Simulation simulation =
        new Simulation(clock, topology.open(clock, chance, sized, costs, measured));
    Callers callers = new Callers(clock, simulation);
    int threads =
        Math.min(users, Math.max(SATURATING, 2 * sized.processes() * sized.connections()));
    for (int user = 0; user < threads; user++) {
      callers.addThread(USERS, mix.work(chance));
    }
    return simulation.run(SATURATION * threads, CALLS);
  }

  /**
   * The figures of a scenario.
   *
   * @param scenario the scenario
   * @param processes the number of web processes
   * @param outcome the figures with thinking users
   * @param saturated the figures of the saturated system, if the users overload it
   */
  record Result(Scenario scenario, int processes, Outcome outcome, Optional<Outcome> saturated) {

    boolean isOverloaded() {
      return saturated.isPresent();
    }

    /** Returns the calls that end in a second. */
    double throughput() {
      return saturated.orElse(outcome).throughput();
    }

    /** Returns the figures whose utilisation counts. */
    Outcome usage() {
      return saturated.orElse(outcome);
    }

    /** Returns the mean duration of an overloaded call: N = X (R + Z). */
    double overloadedNanos() {
      return scenario.users() / throughput() * NANOS_PER_SECOND - THINK_NANOS;
    }
  }
}
