package dev.taskstore.bench.growth;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures the databases of one kind alternately, by query and round, so that temporary load on the
 * machine affects all sizes.
 */
final class Rounds implements AutoCloseable {

  private final GrowthSettings settings;
  private final int keys;
  private final List<TaskStore> stores = new ArrayList<>();
  private final List<QueryTimer> timers = new ArrayList<>();

  private Rounds(GrowthSettings settings, int keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** Opens the databases and checks all results. */
  static Rounds open(GrowthSettings settings, int keys, List<Filled> databases) {
    Rounds rounds = new Rounds(settings, keys);
    try {
      databases.forEach(rounds::add);
      rounds.timers.sort(Comparator.comparing(QueryTimer::question));
      rounds.timers.forEach(QueryTimer::check);
      return rounds;
    } catch (RuntimeException e) {
      rounds.close();
      throw e;
    }
  }

  private void add(Filled filled) {
    TaskStore store = filled.target().store().migrationMode(MigrationMode.VALIDATE).open();
    stores.add(store);
    new Calls(store.tasks(), filled.data(), keys)
        .all()
        .forEach(
            (question, calls) -> {
              if (question.isExpectedConstant() || keys == settings.keys().get(0)) {
                timers.add(new QueryTimer(filled, question, keys, calls));
              }
            });
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (QueryTimer timer : timers) {
      if (timer.isSlow()) {
        add(figures, timer.slowFigure());
      } else {
        timer.warmUp(settings.firstWarmupMillis());
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (QueryTimer timer : timers) {
        if (!timer.isSlow()) {
          add(figures, timer.measure(round, settings.warmupMillis(), settings.millis()));
        }
      }
    }
    return figures;
  }

  private static void add(List<Figure> figures, Figure figure) {
    figures.add(figure);
    System.out.println(figure);
  }

  @Override
  public void close() {
    stores.forEach(TaskStore::close);
  }
}
