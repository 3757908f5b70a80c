package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Databases;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures throughput and 99th percentile latency of TaskStore and of plain JDBC on HikariCP: with
 * an increasing number of threads, with readers concurrent to a writer, and for TaskStore with
 * different pool sizes. {@link ConcurrencySettings} lists the system properties.
 */
public final class Concurrency {

  private static final MarkedSection SECTION = MarkedSection.of("concurrency", Concurrency.class);

  private final ConcurrencySettings settings;

  private Concurrency(ConcurrencySettings settings) {
    this.settings = settings;
  }

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if a measurement fails or the report cannot be written
   */
  public static void main(String... args) throws Exception {
    run(ConcurrencySettings.ofSystemProperties());
  }

  static List<Figure> run(ConcurrencySettings settings)
      throws IOException, SQLException, InterruptedException {
    return new Concurrency(settings).run();
  }

  private List<Figure> run() throws IOException, SQLException, InterruptedException {
    Map<String, String> conditions = conditions();
    List<Figure> figures = new ArrayList<>();
    for (DatabaseKind database : settings.databases()) {
      try (Databases databases = Databases.open(database, settings.data())) {
        conditions.put(database.title(), databases.version());
        figures.addAll(new TrialRunner(settings, database, databases).measure());
      }
    }
    write(conditions, figures);
    return figures;
  }

  private Map<String, String> conditions() {
    Map<String, String> conditions = Conditions.here();
    conditions.put("Data", Conditions.rows(settings.data()));
    conditions.put(
        "Rounds", Conditions.rounds(settings.rounds(), settings.millis(), settings.warmupMillis()));
    conditions.put(
        "Connections", Target.DEFAULT_CONNECTIONS + " at most, unless the pool size is varied");
    return conditions;
  }

  private void write(Map<String, String> conditions, List<Figure> figures) throws IOException {
    new ReportFolder(settings.output())
        .write(
            SECTION,
            new ConcurrencyTables(new Plan(settings), new Figures(figures)).markdown(conditions),
            "concurrency.json",
            Json.of(
                conditions, Map.of("measurements", figures.stream().map(Figure::json).toList())));
  }
}
