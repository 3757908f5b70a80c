package dev.taskstore.bench.growth;

import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures how the time of TaskStore's queries grows with the table, with interleaved runs on
 * tables of different sizes. {@link GrowthSettings} lists the system properties.
 */
public final class Growth {

  private final GrowthSettings settings;
  private final Map<String, String> conditions = Conditions.here();
  private final List<Filled> databases = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  Growth(GrowthSettings settings) {
    this.settings = settings;
  }

  /**
   * Fills missing databases, measures the queries and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if a result is wrong, a query fails or the report cannot be written
   */
  public static void main(String... args) throws Exception {
    new Growth(GrowthSettings.ofSystemProperties()).run();
  }

  void run() throws IOException, SQLException {
    describe();
    if (settings.folder().isPresent()) {
      Files.createDirectories(settings.folder().get());
      measure(settings.folder().get());
    } else {
      Path folder = Files.createTempDirectory("taskstore-growth");
      try {
        measure(folder);
      } finally {
        SqliteFile.deleteAll(folder);
      }
    }
    new GrowthReport(conditions, settings, databases, figures).write();
  }

  private void describe() {
    conditions.put(
        "Rounds",
        Conditions.rounds(settings.rounds(), settings.millis(), settings.warmupMillis())
            + ", a first warm-up of "
            + settings.firstWarmupMillis()
            + " ms");
    conditions.put(
        "Data",
        "100 tasks per user on average; every "
            + FillingTime.TAGGED_EVERY
            + "th task has up to four of 50 tags, the others have none");
  }

  private void measure(Path folder) throws IOException, SQLException {
    for (DatabaseKind kind : settings.databases()) {
      try (FilledDatabases opened =
          FilledDatabases.open(kind, folder, settings.folder().isPresent())) {
        conditions.put(kind.title(), opened.version());
        List<Filled> filled = new ArrayList<>();
        for (Dataset data : settings.data()) {
          filled.add(opened.filled(data));
        }
        for (int keys : settings.keys()) {
          try (Rounds rounds = Rounds.open(settings, keys, filled)) {
            figures.addAll(rounds.figures());
          }
        }
        databases.addAll(filled);
      }
    }
  }
}
