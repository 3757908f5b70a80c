package dev.taskstore.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QueueingLawsTest {

  private static final double SERVICE = 1_000_000;
  private static final int USERS = 100_000;
  private static final Percentage CLOSE = Percentage.withPercentage(4);

  private final Clock clock = new Clock();
  private final Chance chance = new Chance(7);

  /** Returns the figures of a resource whose utilisation is the given one. */
  private Outcome outcome(Resource resource, BiConsumer<Double, Runnable> serve, double used) {
    Simulation simulation =
        new Simulation(
            clock,
            new OneResource(resource, done -> serve.accept(chance.exponential(SERVICE), done)));
    double think = USERS * SERVICE / (used * resource.capacity());
    new Callers(clock, simulation).addUsers("users", USERS, think, chance, () -> Kind.FIND);
    Outcome outcome = simulation.run(5_000, 100_000);
    assertThat(outcome.usage().get(resource.name())).isCloseTo(used, CLOSE);
    return outcome;
  }

  private Outcome ofStation(int servers, double used) {
    Station station = new Station(clock, "station", servers);
    return outcome(station, station::serve, used);
  }

  private Outcome ofCores(int number, double used) {
    Cores cores = new Cores(clock, "cores", number);
    return outcome(cores, cores::work, used);
  }

  /** The mean time in a queue with several servers, by the formula of Erlang. */
  private static double formula(int servers, double used) {
    double offered = servers * used;
    double term = 1;
    double sum = 1;
    for (int i = 1; i < servers; i++) {
      term *= offered / i;
      sum += term;
    }
    double last = term * offered / servers / (1 - used);
    return SERVICE * (1 + last / (sum + last) / (servers * (1 - used)));
  }

  @Test
  void theFormulaForOneServerIsTheServiceTimeDividedByItsIdleShare() {
    assertThat(formula(1, 0.7)).isCloseTo(SERVICE / 0.3, Percentage.withPercentage(0.001));
  }

  @Test
  void oneServerHasTheMeanTimeOfTheFormula() {
    assertThat(ofStation(1, 0.7).durations().mean()).isCloseTo(formula(1, 0.7), CLOSE);
  }

  @Test
  void oneServerHasThePercentilesOfTheFormula() {
    double ninetyNinth = -StrictMath.log(0.01) * formula(1, 0.5);
    assertThat(ofStation(1, 0.5).durations().percentile(0.99))
        .isCloseTo(ninetyNinth, Percentage.withPercentage(6));
  }

  @Test
  void severalServersHaveTheMeanTimeOfTheFormula() {
    assertThat(ofStation(4, 0.8).durations().mean()).isCloseTo(formula(4, 0.8), CLOSE);
  }

  @Test
  void oneSharedCoreHasTheMeanTimeOfTheFormula() {
    assertThat(ofCores(1, 0.7).durations().mean()).isCloseTo(formula(1, 0.7), CLOSE);
  }

  @Test
  void severalSharedCoresHaveTheMeanTimeOfTheFormula() {
    assertThat(ofCores(4, 0.8).durations().mean()).isCloseTo(formula(4, 0.8), CLOSE);
  }

  @Test
  void theNumberOfCallsIsTheThroughputTimesTheirDuration() {
    Outcome outcome = ofStation(4, 0.8);
    assertThat(outcome.present())
        .isCloseTo(
            outcome.throughput() * outcome.durations().mean() / 1e9, Percentage.withPercentage(1));
  }

  @Test
  void theNumberOfUsersIsTheThroughputTimesTheDurationOfACallAndAThought() {
    Cores cores = new Cores(clock, "cores", 2);
    Simulation simulation =
        new Simulation(
            clock, new OneResource(cores, done -> cores.work(chance.exponential(SERVICE), done)));
    new Callers(clock, simulation).addUsers("users", 50, 10 * SERVICE, chance, () -> Kind.FIND);
    Outcome outcome = simulation.run(5_000, 50_000);
    assertThat(outcome.throughput() * (outcome.durations().mean() + 10 * SERVICE) / 1e9)
        .isCloseTo(50, Percentage.withPercentage(2));
    assertThat(outcome.throughput()).isLessThan(2e9 / SERVICE * 1.02);
  }

  /** A system of one resource. */
  private record OneResource(Resource resource, Consumer<Runnable> serve) implements Database {

    @Override
    public void call(Kind kind, Runnable done) {
      serve.accept(done);
    }

    @Override
    public List<Resource> resources() {
      return List.of(resource);
    }
  }
}
