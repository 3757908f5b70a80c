package dev.taskstore.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private final Clock clock = new Clock();
  private final List<String> events = new ArrayList<>();

  private Runnable note(String name) {
    return () -> events.add(name + " " + clock.now());
  }

  private void run() {
    clock.runUntil(() -> false);
  }

  @Test
  void eventsOfTheSameTimeHappenInTheOrderInWhichTheyWereAdded() {
    clock.after(5, note("first"));
    clock.after(4.5, note("second"));
    clock.after(1, note("earlier"));
    run();
    assertThat(events).containsExactly("earlier 1", "first 5", "second 5");
  }

  @Test
  void coresShareTheirTimeEquallyBetweenMoreJobs() {
    Cores cores = new Cores(clock, "cores", 1);
    cores.work(100, note("long"));
    cores.work(50, note("short"));
    run();
    assertThat(events).containsExactly("short 100", "long 150");
  }

  @Test
  void aJobUsesOneCoreAtMost() {
    Cores cores = new Cores(clock, "cores", 4);
    cores.work(100, note("job"));
    run();
    assertThat(events).containsExactly("job 100");
    assertThat(cores.utilisation()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aStationServesInTheOrderOfArrival() {
    Station station = new Station(clock, "station", 1);
    station.serve(100, note("long"));
    station.serve(50, note("short"));
    run();
    assertThat(events).containsExactly("long 100", "short 150");
    assertThat(station.utilisation()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aCallThatWaitedForAConnectionUsesItAfterTheHandOver() {
    Connections pool = new Connections(clock, "connections", 1, 7);
    pool.take(connection -> clock.after(100, () -> pool.giveBack(connection)));
    pool.take(
        connection -> {
          note("connection " + connection).run();
          pool.giveBack(connection);
        });
    run();
    assertThat(events).containsExactly("connection 0 107");
    assertThat(pool.used()).isZero();
  }

  @Test
  void commitsThatArriveDuringAFlushAreFlushedTogether() {
    Cores cores = new Cores(clock, "cores", 1);
    CommitLog log = new CommitLog(clock, "log", new Flush(100, 10, 0.5), cores);
    log.commit(note("first"));
    log.commit(note("second"));
    log.commit(note("third"));
    run();
    assertThat(events).containsExactly("first 110", "second 230", "third 230");
    assertThat(log.utilisation()).isCloseTo(30 / 230.0, within(1e-9));
  }

  @Test
  void aReadAfterATokenWaitsForEarlierWrites() {
    Environment environment =
        new Environment(1, 1, 1, 1, 1, 0, 0, new Flush(0, 0, 0), 0, 1, 1, 0, 1, 1, 0, 0);
    Server server = new Server(clock, new Chance(1), "replica", environment, 1);
    Replay replay = new Replay(clock, server);
    replay.apply(new Cost(0, 1_000, 0, 0));
    replay.apply(new Cost(0, 1_000, 0, 0));
    replay.await(() -> events.add("missing " + replay.missing()));
    assertThat(replay.missing()).isEqualTo(2);
    run();
    assertThat(events).containsExactly("missing 0");
  }
}
