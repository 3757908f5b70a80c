package dev.taskstore.bench.audit;

import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.PostgresServer;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.SqliteFile;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Measures inserts, updates, deletes and loads of tasks on stores whose audit trail is off, on, and
 * on with an actor, in turn and in one thread. {@code -Dbench.rounds} is the number of rounds,
 * {@code bench.operations} the number of inserts, updates and deletes of each, {@code bench.loaded}
 * the number of loaded tasks, and {@code -Dbench.output} the folder of the report.
 */
public final class AuditCost {

  private static final MarkedSection SECTION = MarkedSection.of("audit", AuditCost.class);

  private final int rounds;
  private final int operations;
  private final int loadedRows;
  private final List<AuditFigure> figures = new ArrayList<>();

  private AuditCost(int rounds, int operations, int loadedRows) {
    this.rounds = rounds;
    this.operations = operations;
    this.loadedRows = loadedRows;
  }

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws IOException if a database or the report cannot be written
   * @throws SQLException if a database fails
   */
  public static void main(String... args) throws IOException, SQLException {
    run(
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.operations", 500),
        BenchProperties.number("bench.loaded", 10_000),
        BenchProperties.output());
  }

  static List<AuditFigure> run(int rounds, int operations, int loadedRows, Path output)
      throws IOException, SQLException {
    AuditCost cost = new AuditCost(rounds, operations, loadedRows);
    Map<String, String> conditions = Conditions.here();
    conditions.put(
        "Rounds",
        String.format(
            Locale.ROOT,
            "%d after one that is not counted, each of %,d inserts, updates and deletes and a load of"
                + " %,d tasks",
            rounds,
            operations,
            loadedRows));
    Path folder = Files.createTempDirectory("taskstore-bench");
    try (PostgresServer server = PostgresServer.start()) {
      conditions.put("SQLite", SqliteFile.version());
      conditions.put("PostgreSQL", server.version());
      cost.measure(DatabaseKind.SQLITE, name -> new SqliteFile(folder.resolve(name)).target());
      cost.measure(
          DatabaseKind.POSTGRES,
          name -> {
            server.create("taskstore_bench_" + name);
            return server.target("taskstore_bench_" + name);
          });
    } finally {
      SqliteFile.deleteAll(folder);
    }
    new ReportFolder(output)
        .write(
            SECTION,
            cost.table(conditions),
            "audit.json",
            Json.of(
                conditions,
                Map.of("measurements", cost.figures.stream().map(AuditFigure::json).toList())));
    return cost.figures;
  }

  /** Creates an empty database. */
  @FunctionalInterface
  private interface NewDatabase {
    Target create(String name) throws SQLException;
  }

  private void measure(DatabaseKind kind, NewDatabase databases) throws SQLException {
    List<AuditedStore> stores = new ArrayList<>();
    try {
      for (AuditMode mode : AuditMode.values()) {
        stores.add(new AuditedStore(databases.create(mode.name().toLowerCase(Locale.ROOT)), mode));
      }
      for (int round = -1; round < rounds; round++) {
        for (AuditWork work : AuditWork.values()) {
          for (AuditedStore store : stores) {
            double nanos = store.nanos(work, operations, loadedRows);
            if (round >= 0) {
              figures.add(new AuditFigure(kind, store.mode(), work, round, nanos));
            }
          }
        }
        stores.forEach(AuditedStore::restore);
      }
    } finally {
      stores.forEach(AuditedStore::close);
    }
  }

  private String table(Map<String, String> conditions) {
    StringBuilder text = Markdown.section(conditions).append('\n');
    Markdown.row(
        text, List.of("database", "operation", "off", "on", "ratio", "on, with an actor", "ratio"));
    text.append("|---|---|---:|---:|---:|---:|---:|\n");
    for (DatabaseKind kind : DatabaseKind.values()) {
      for (AuditWork work : AuditWork.values()) {
        OptionalDouble off = median(kind, AuditMode.OFF, work);
        List<String> cells = new ArrayList<>(List.of(kind.title(), work.title(), Units.time(off)));
        for (AuditMode mode : List.of(AuditMode.ON, AuditMode.ACTOR)) {
          OptionalDouble on = median(kind, mode, work);
          cells.addAll(Arrays.asList(Units.time(on), Units.ratio(Median.ratio(on, off))));
        }
        Markdown.row(text, cells);
      }
    }
    return text.append('\n').toString();
  }

  private OptionalDouble median(DatabaseKind kind, AuditMode mode, AuditWork work) {
    return Median.of(
        figures.stream()
            .filter(
                figure ->
                    figure.database() == kind && figure.trail() == mode && figure.work() == work)
            .mapToDouble(AuditFigure::nanos));
  }
}
