package dev.taskstore.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {

  private static final Path DOCS = Path.of("../docs");

  private Measured measured;
  private Environment environment;

  @BeforeEach
  void read() throws IOException {
    measured = Measured.of(DOCS);
    environment = Environment.standard(measured);
  }

  private Scenario.Result simulate(Topology topology, int users, double tasks, int cores) {
    return new Scenario(topology, users, tasks, Mix.of(0.9), environment.withCores(cores))
        .simulate(measured);
  }

  @ParameterizedTest
  @EnumSource
  void allCallsThatStartEndOrArePresent(Topology topology) {
    Clock clock = new Clock();
    Chance chance = new Chance(3);
    Costs costs = Costs.of(measured, topology.database(), 1e10);
    Simulation simulation =
        new Simulation(clock, topology.open(clock, chance, environment, costs, measured));
    int[] left = {2_000};
    Work work = Mix.of(0.5).work(chance);
    for (int user = 0; user < 50; user++) {
      repeat(simulation, work, left);
    }
    clock.runUntil(() -> simulation.ended() >= 500);
    assertThat(simulation.started()).isEqualTo(simulation.ended() + simulation.present());
    assertThat(simulation.present()).isPositive();
    clock.runUntil(() -> false);
    assertThat(simulation.ended()).isEqualTo(simulation.started()).isEqualTo(2_000);
    assertThat(simulation.present()).isZero();
  }

  private static void repeat(Simulation simulation, Work work, int[] left) {
    if (left[0]-- > 0) {
      simulation.call("users", work.next(), () -> repeat(simulation, work, left));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameFigures(Topology topology) {
    Outcome first = simulate(topology, 100_000, 1e7, 8).outcome();
    Outcome second = simulate(topology, 100_000, 1e7, 8).outcome();
    assertThat(second.usage()).isEqualTo(first.usage());
    assertThat(second.perSecond()).isEqualTo(first.perSecond());
    assertThat(second.durations().percentile(0.99)).isEqualTo(first.durations().percentile(0.99));
  }

  @ParameterizedTest
  @EnumSource
  void moreCoresDoNotLowerTheThroughput(Topology topology) {
    List<Double> throughput = new ArrayList<>();
    for (int cores : List.of(1, 2, 4)) {
      throughput.add(simulate(topology, 1_000_000, 1e7, cores).throughput());
    }
    assertThat(throughput).isSorted();
    assertThat(throughput.get(2)).isGreaterThan(1.5 * throughput.get(0));
  }

  @Test
  void anOverloadedSystemServesLessThanItsUsersWant() {
    Scenario.Result result = simulate(Topology.SQLITE, 1_000_000, 1e4, 2);
    assertThat(result.isOverloaded()).isTrue();
    assertThat(result.throughput()).isLessThan(100_000);
    assertThat(result.overloadedNanos()).isGreaterThan(10e9);
    assertThat(result.usage().bottleneck().getKey()).isEqualTo("cores");
  }

  @Test
  void fewUsersWaitForNothing() {
    Scenario.Result result = simulate(Topology.POSTGRES, 10, 1e4, 8);
    assertThat(result.isOverloaded()).isFalse();
    assertThat(result.usage().usage().values())
        .allSatisfy(used -> assertThat(used).isLessThan(0.01));
  }

  @Test
  void replicasRelieveThePrimaryOfReads() {
    assertThat(
            simulate(Topology.REPLICAS, 1_000_000, 1e7, 8).outcome().usage().get("primary cores"))
        .isLessThan(
            simulate(Topology.POSTGRES, 1_000_000, 1e7, 8).outcome().usage().get("server cores")
                / 2);
  }

  @Test
  void dataThatExceedTheMemoryUseTheDisk() {
    assertThat(simulate(Topology.POSTGRES, 1_000, 1e7, 8).outcome().usage().get("server disk"))
        .isZero();
    assertThat(simulate(Topology.POSTGRES, 1_000, 1e10, 8).outcome().usage().get("server disk"))
        .isPositive();
  }

  @Test
  void connectionsAreNoLimitIfCallsWaitForAnotherResourceOnThem() {
    Outcome waiting =
        new Outcome(
            1, Map.of(), new Durations(), 1, Map.of("disk", 0.95), Map.of("connections", 1.0));
    Outcome free =
        new Outcome(
            1, Map.of(), new Durations(), 1, Map.of("disk", 0.3), Map.of("connections", 1.0));
    assertThat(waiting.bottleneck().getKey()).isEqualTo("disk");
    assertThat(free.bottleneck().getKey()).isEqualTo("connections");
  }
}
