package dev.taskstore.bench.growth;

import dev.taskstore.TaskStore;
import dev.taskstore.migration.MigrationMode;
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
  private final List<QueryTimer> askings = new ArrayList<>();

  private Rounds(GrowthSettings settings, int keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** Opens the databases and checks all results. */
  static Rounds open(GrowthSettings settings, int keys, List<Filled> databases) {
    Rounds rounds = new Rounds(settings, keys);
    try {
      databases.forEach(rounds::add);
      rounds.askings.sort(Comparator.comparing(QueryTimer::question));
      rounds.askings.forEach(QueryTimer::check);
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
              if (question.isHeld() || keys == settings.keys().get(0)) {
                askings.add(new QueryTimer(filled, question, keys, calls));
              }
            });
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (QueryTimer asking : askings) {
      if (asking.isSlow()) {
        add(figures, asking.slowFigure());
      } else {
        asking.warmUp(settings.firstWarmupMillis());
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (QueryTimer asking : askings) {
        if (!asking.isSlow()) {
          add(figures, asking.measure(round, settings.warmupMillis(), settings.millis()));
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
