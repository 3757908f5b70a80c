package dev.taskstore.bench.growth;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks the databases of one kind in turns, question by question and round by round, so that what
 * slows the machine down for a while slows all sizes down.
 */
final class Rounds implements AutoCloseable {

  private final GrowthSettings settings;
  private final int keys;
  private final List<TaskStore> stores = new ArrayList<>();
  private final List<Asking> askings = new ArrayList<>();

  private Rounds(GrowthSettings settings, int keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** Opens the databases and looks at all answers. */
  static Rounds open(GrowthSettings settings, int keys, List<Filled> databases) {
    Rounds rounds = new Rounds(settings, keys);
    try {
      databases.forEach(rounds::add);
      rounds.askings.sort(Comparator.comparing(Asking::question));
      rounds.askings.forEach(Asking::check);
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
                askings.add(new Asking(filled, question, keys, calls));
              }
            });
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Asking asking : askings) {
      if (asking.isSlow()) {
        add(figures, asking.slowFigure());
      } else {
        asking.warmUp(settings.firstWarmupMillis());
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Asking asking : askings) {
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
