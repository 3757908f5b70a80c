package dev.taskstore.bench.scopes;

import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Databases;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.ReportFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures calls of the store, of a scope, and of a scope under policies, each on a copy of the
 * same database, and writes the report.
 */
public final class ScopeCost {

  /** The time for which one of the stores runs before the next one: slowdowns affect all. */
  private static final long SLICE_NANOS = 20_000_000;

  private static final long NANOS_OF_A_MILLI = 1_000_000;
  private static final MarkedSection SECTION = MarkedSection.of("scopes", ScopeCost.class);

  private final ScopeSettings settings;
  private final Map<String, String> conditions = Conditions.here();
  private final List<ScopeFigure> figures = new ArrayList<>();

  private ScopeCost(ScopeSettings settings) {
    this.settings = settings;
  }

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if a measurement fails or the report cannot be written
   */
  public static void main(String... args) throws Exception {
    run(ScopeSettings.ofSystemProperties());
  }

  static List<ScopeFigure> run(ScopeSettings settings) throws IOException, SQLException {
    return new ScopeCost(settings).run();
  }

  private List<ScopeFigure> run() throws IOException, SQLException {
    conditions.put("Data", Conditions.rows(settings.data()));
    conditions.put(
        "Rounds",
        String.format(
            Locale.ROOT,
            "%d of %d ms for each workload, in slices of %d ms in turn; transactions of %d calls",
            settings.rounds(),
            settings.millis(),
            SLICE_NANOS / NANOS_OF_A_MILLI,
            MeasuredStore.CALLS_OF_A_TRANSACTION));
    for (DatabaseKind database : settings.databases()) {
      measure(database);
    }
    new ReportFolder(settings.output())
        .write(
            SECTION,
            new ScopeReport(figures).tables(conditions, settings.databases()),
            "scopes.json",
            Json.of(
                conditions,
                Map.of("measurements", figures.stream().map(ScopeFigure::json).toList())));
    return figures;
  }

  private void measure(DatabaseKind database) throws IOException, SQLException {
    try (Databases databases = Databases.open(database, settings.data())) {
      conditions.put(database.title(), databases.version());
      List<MeasuredStore> stores = new ArrayList<>();
      try {
        for (Access access : Access.of(database)) {
          String name = "scopes_" + access.name().toLowerCase(Locale.ROOT);
          stores.add(new MeasuredStore(access, databases.copy(name), settings.data()));
        }
        measure(database, stores);
      } finally {
        stores.forEach(MeasuredStore::close);
      }
    }
  }

  /** The round with the number -1 warms up and is not counted. */
  private void measure(DatabaseKind database, List<MeasuredStore> stores) throws SQLException {
    for (int round = -1; round < settings.rounds(); round++) {
      for (boolean inTransaction : new boolean[] {false, true}) {
        for (Request request : Request.values()) {
          long millis = round < 0 ? settings.firstWarmupMillis() : settings.millis();
          List<Tally> tallies = inTurn(stores, request, inTransaction, millis);
          for (int i = 0; round >= 0 && i < stores.size(); i++) {
            figures.add(
                new ScopeFigure(
                    database,
                    request,
                    inTransaction,
                    stores.get(i).access(),
                    round,
                    tallies.get(i).firstDecile()));
          }
        }
      }
      for (MeasuredStore store : stores) {
        store.restore();
      }
    }
  }

  private static List<Tally> inTurn(
      List<MeasuredStore> stores, Request request, boolean inTransaction, long millis) {
    List<Tally> tallies = stores.stream().map(store -> new Tally()).toList();
    do {
      for (int i = 0; i < stores.size(); i++) {
        stores.get(i).run(request, inTransaction, SLICE_NANOS, tallies.get(i));
      }
    } while (tallies.get(0).nanos() < millis * NANOS_OF_A_MILLI);
    return tallies;
  }
}
