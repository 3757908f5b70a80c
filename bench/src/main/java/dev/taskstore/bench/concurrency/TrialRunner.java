package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Databases;
import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.jdbc.PooledJdbc;
import dev.taskstore.bench.taskstore.TaskStoreLibrary;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs TaskStore and plain JDBC alternately on one kind of database, each on its own copy, and
 * opens TaskStore with different pool sizes.
 */
final class TrialRunner {

  private static final Library TASK_STORE = new TaskStoreLibrary();
  private static final Library JDBC = new PooledJdbc();

  private final ConcurrencySettings settings;
  private final Plan plan;
  private final Inputs inputs;
  private final DatabaseKind database;
  private final Databases databases;
  private final List<Figure> figures = new ArrayList<>();

  TrialRunner(ConcurrencySettings settings, DatabaseKind database, Databases databases) {
    this.settings = settings;
    this.plan = new Plan(settings);
    this.inputs = new Inputs(settings.data());
    this.database = database;
    this.databases = databases;
  }

  List<Figure> measure() throws IOException, SQLException, InterruptedException {
    Target ofTaskStore = databases.copy("concurrency_taskstore");
    Target ofJdbc = databases.copy("concurrency_jdbc");
    try (Contender taskStore = open(TASK_STORE, ofTaskStore);
        Contender jdbc = open(JDBC, ofJdbc)) {
      List<Contender> contenders = List.of(taskStore, jdbc);
      warmUp(contenders);
      for (int round = 0; round < settings.rounds(); round++) {
        measureInTurns(contenders, round);
        measurePools(ofTaskStore, round);
      }
    }
    return figures;
  }

  private Contender open(Library library, Target target) {
    return new Contender(library, target, settings.data());
  }

  private void warmUp(List<Contender> contenders) throws SQLException, InterruptedException {
    for (Trial trial : plan.warmup(database)) {
      for (Contender contender : contenders) {
        contender.run(trial, inputs, Window.after(settings.firstWarmupMillis(), 0));
      }
    }
  }

  private void measureInTurns(List<Contender> contenders, int round)
      throws SQLException, InterruptedException {
    for (Trial trial : plan.inTurns(database)) {
      for (Contender contender : contenders) {
        measure(contender, trial, round);
      }
    }
  }

  /** Warms up a new pool, which takes some time to open all its connections. */
  private void measurePools(Target target, int round) throws SQLException, InterruptedException {
    for (int connections : settings.pools()) {
      try (Contender contender = open(TASK_STORE, target.withConnections(connections))) {
        Trial first = plan.pool(database, connections, Work.FIND_BY_ID);
        contender.run(first, inputs, Window.after(2 * settings.warmupMillis(), 0));
        for (Work work : Plan.ON_POOLS) {
          measure(contender, plan.pool(database, connections, work), round);
        }
      }
    }
  }

  private void measure(Contender contender, Trial trial, int round)
      throws SQLException, InterruptedException {
    Window window = Window.after(settings.warmupMillis(), settings.millis());
    List<Tally> tallies = contender.run(trial, inputs, window);
    for (int i = 0; i < tallies.size(); i++) {
      Group group = trial.groups().get(i);
      Tally tally = tallies.get(i);
      Figure figure = Figure.of(trial, group, contender.name(), round, tally);
      figures.add(figure);
      print(figure);
      tally.firstFailure().ifPresent(failure -> System.out.println("failed: " + failure));
    }
  }

  private static void print(Figure figure) {
    System.out.printf(
        Locale.ROOT,
        "round %d, %s, %s, %s, %d %sthreads, %d connections: %.0f a second, %d failed%n",
        figure.round() + 1,
        figure.trial().database().title(),
        figure.group().work().id(),
        figure.library(),
        figure.group().threads(),
        figure.trial().virtual() ? "virtual " : "",
        figure.trial().connections(),
        figure.perSecond(),
        figure.failures());
  }
}
