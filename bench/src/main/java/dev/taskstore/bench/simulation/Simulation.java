package dev.taskstore.bench.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the calls of all users in a measured time after a warm-up.
 *
 * <p>Calls that end in the measured time count, with their whole duration.
 */
final class Simulation {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Clock clock;
  private final Database database;
  private final Present present;
  private final Map<String, Durations> durations = new LinkedHashMap<>();
  private long started;
  private long ended;
  private long begin;

  Simulation(Clock clock, Database database) {
    this.clock = clock;
    this.database = database;
    this.present = new Present(clock);
  }

  /** Starts a call of a group of users. */
  void call(String group, Kind kind, Runnable done) {
    long start = clock.now();
    started++;
    present.use(present.used() + 1);
    database.call(
        kind,
        () -> {
          ended++;
          present.use(present.used() - 1);
          durations.computeIfAbsent(group, name -> new Durations()).add(clock.now() - start);
          done.run();
        });
  }

  /** Returns the number of calls that have started. */
  long started() {
    return started;
  }

  /** Returns the number of calls that have ended. */
  long ended() {
    return ended;
  }

  /** Returns the number of calls that have started and not ended. */
  int present() {
    return present.used();
  }

  /**
   * Runs until as many calls have started as the warm-up and the measurement contain, and returns
   * the figures of the measurement.
   */
  Outcome run(int warmup, int calls) {
    clock.runUntil(() -> started >= warmup);
    begin = clock.now();
    durations.clear();
    present.begin();
    database.resources().forEach(Resource::begin);
    long startedBefore = started;
    clock.runUntil(() -> started >= startedBefore + calls);
    return outcome(started - startedBefore);
  }

  private Outcome outcome(long arrived) {
    double seconds = (clock.now() - begin) / NANOS_PER_SECOND;
    Map<String, Double> perSecond = new LinkedHashMap<>();
    Durations all = new Durations();
    durations.forEach(
        (group, times) -> {
          perSecond.put(group, times.count() / seconds);
          all.addAll(times);
        });
    return new Outcome(
        arrived / seconds, perSecond, all, present.meanUsed(), usage(false), usage(true));
  }

  private Map<String, Double> usage(boolean held) {
    Map<String, Double> usage = new LinkedHashMap<>();
    database.resources().stream()
        .filter(resource -> resource.isHeld() == held)
        .forEach(resource -> usage.merge(resource.name(), resource.utilisation(), Math::max));
    return usage;
  }

  /** The number of calls in the system. */
  private static final class Present extends Resource {

    private Present(Clock clock) {
      super(clock, "calls", 1);
    }
  }
}
