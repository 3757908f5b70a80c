package dev.taskstore.bench.cache;

import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Databases;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Units;
import dev.taskstore.bench.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures reads and loads on SQLite with different cache sizes, and writes the report. */
public final class CacheSizes {

  private static final List<Workload> WORKLOADS =
      List.of(Workload.FIND_BY_ID, Workload.PAGE_OF_USER, Workload.LOAD);

  private static final MarkedSection SECTION = MarkedSection.of("cache", CacheSizes.class);

  private final CacheSettings settings;
  private final Map<String, String> conditions = Conditions.here();

  private CacheSizes(CacheSettings settings) {
    this.settings = settings;
  }

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if a measurement fails or the report cannot be written
   */
  public static void main(String... args) throws Exception {
    run(CacheSettings.ofSystemProperties());
  }

  static List<CacheFigure> run(CacheSettings settings) throws IOException, SQLException {
    return new CacheSizes(settings).run();
  }

  private List<CacheFigure> run() throws IOException, SQLException {
    conditions.put("Data", Conditions.rows(settings.data()));
    conditions.put(
        "Rounds", Conditions.rounds(settings.rounds(), settings.millis(), settings.warmupMillis()));
    List<CacheFigure> figures;
    try (Databases databases = Databases.open(DatabaseKind.SQLITE, settings.data())) {
      figures = measured(databases.copy("cached"));
    }
    new ReportFolder(settings.output())
        .write(
            SECTION,
            table(figures),
            "cache.json",
            Json.of(
                conditions,
                Map.of("measurements", figures.stream().map(CacheFigure::json).toList())));
    return figures;
  }

  private List<CacheFigure> measured(Target target) throws SQLException {
    conditions.put("File", size(target));
    List<CachedStore> stores = new ArrayList<>();
    try {
      for (int mebibytes : settings.mebibytes()) {
        stores.add(new CachedStore(target, settings.data(), mebibytes));
      }
      return measured(stores);
    } finally {
      stores.forEach(CachedStore::close);
    }
  }

  private List<CacheFigure> measured(List<CachedStore> stores) throws SQLException {
    List<CacheFigure> figures = new ArrayList<>();
    for (Workload workload : WORKLOADS) {
      for (CachedStore store : stores) {
        store.warmUp(workload, settings.firstWarmupMillis());
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Workload workload : WORKLOADS) {
        for (CachedStore store : stores) {
          if (!workload.isLong()) {
            store.warmUp(workload, settings.warmupMillis());
          }
          figures.add(store.measure(workload, round, settings.millis()));
        }
      }
    }
    return figures;
  }

  private static String size(Target target) throws SQLException {
    try (var pool = target.pool();
        var connection = pool.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")) {
      return String.format(Locale.ROOT, "%.1f MiB", row.getLong(1) / 1024.0 / 1024.0);
    }
  }

  private String table(List<CacheFigure> figures) {
    StringBuilder text = Markdown.section(conditions).append('\n');
    List<String> names = new ArrayList<>(List.of("cache per connection"));
    WORKLOADS.forEach(workload -> names.add(workload.id()));
    Markdown.row(text, names);
    text.append("|---:".repeat(names.size())).append("|\n");
    for (int mebibytes : settings.mebibytes()) {
      List<String> cells = new ArrayList<>(List.of(mebibytes + " MiB"));
      WORKLOADS.forEach(workload -> cells.add(Units.time(median(figures, mebibytes, workload))));
      Markdown.row(text, cells);
    }
    return text.append('\n').toString();
  }

  private static OptionalDouble median(
      List<CacheFigure> figures, int mebibytes, Workload workload) {
    return Median.of(
        figures.stream()
            .filter(figure -> figure.mebibytes() == mebibytes && figure.workload() == workload)
            .mapToDouble(CacheFigure::nanos));
  }
}
