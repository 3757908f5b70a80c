package dev.taskstore.bench.observation;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
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
import dev.taskstore.observability.MicrometerObserver;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Measures {@code findById} without an observer, with an observer that ignores all operations, and
 * with Micrometer's timers, in turn and in one thread. {@code -Dbench.rounds} is the number of
 * rounds, {@code bench.operations} the number of calls of each, and {@code -Dbench.output} the
 * folder of the report.
 */
public final class ObservationCost {

  /** The observer of a measured store. */
  enum Mode {
    NONE("no observer"),
    IGNORING("observer that ignores all"),
    TIMERS("timers of Micrometer");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    private TaskStore open(Target target) {
      TaskStore.Builder builder = target.store();
      if (this == IGNORING) {
        builder.observers(operation -> null);
      } else if (this == TIMERS) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry
            .observationConfig()
            .observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
        builder.observers(MicrometerObserver.of(registry));
      }
      return builder.open();
    }
  }

  /**
   * The result of one round.
   *
   * @param nanos the time of one call in nanoseconds
   */
  record Figure(DatabaseKind database, Mode mode, int round, double nanos) {

    private String json() {
      return String.format(
          Locale.ROOT,
          "{\"database\": %s, \"observer\": %s, \"round\": %d, \"nanosPerCall\": %.1f}",
          Json.quoted(database.id()),
          Json.quoted(mode.title()),
          round + 1,
          nanos);
    }
  }

  private record MeasuredStore(Mode mode, TaskStore store, UUID task) {

    static MeasuredStore open(Mode mode, Target target) {
      TaskStore store = mode.open(target);
      UUID user =
          store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked())).id();
      return new MeasuredStore(
          mode, store, store.tasks().insert(NewTask.of(user, "Ship 1.0")).id());
    }

    double nanos(int operations) {
      long begin = System.nanoTime();
      for (int i = 0; i < operations; i++) {
        store.tasks().getById(task);
      }
      return (double) (System.nanoTime() - begin) / operations;
    }
  }

  private static final MarkedSection SECTION =
      MarkedSection.of("observation", ObservationCost.class);

  private ObservationCost() {}

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
        BenchProperties.number("bench.operations", 50_000),
        BenchProperties.output());
  }

  static List<Figure> run(int rounds, int operations, Path output)
      throws IOException, SQLException {
    List<Figure> figures = new ArrayList<>();
    Map<String, String> conditions = Conditions.here();
    conditions.put(
        "Rounds",
        String.format(
            Locale.ROOT,
            "%d after one that is not counted, each of %,d calls of findById",
            rounds,
            operations));
    Path folder = Files.createTempDirectory("taskstore-bench");
    try (PostgresServer server = PostgresServer.start()) {
      conditions.put("SQLite", SqliteFile.version());
      conditions.put("PostgreSQL", server.version());
      List<Target> files = new ArrayList<>();
      List<Target> databases = new ArrayList<>();
      for (Mode mode : Mode.values()) {
        String name = "taskstore_bench_" + mode.name().toLowerCase(Locale.ROOT);
        files.add(new SqliteFile(folder.resolve(name)).target());
        server.create(name);
        databases.add(server.target(name));
      }
      measure(DatabaseKind.SQLITE, files, rounds, operations, figures);
      measure(DatabaseKind.POSTGRES, databases, rounds, operations, figures);
    } finally {
      SqliteFile.deleteAll(folder);
    }
    new ReportFolder(output)
        .write(
            SECTION,
            table(conditions, figures),
            "observation.json",
            Json.of(
                conditions, Map.of("measurements", figures.stream().map(Figure::json).toList())));
    return figures;
  }

  private static void measure(
      DatabaseKind kind, List<Target> targets, int rounds, int operations, List<Figure> figures) {
    List<MeasuredStore> stores = new ArrayList<>();
    try {
      for (Mode mode : Mode.values()) {
        stores.add(MeasuredStore.open(mode, targets.get(mode.ordinal())));
      }
      for (int round = -1; round < rounds; round++) {
        for (MeasuredStore store : stores) {
          double nanos = store.nanos(operations);
          if (round >= 0) {
            figures.add(new Figure(kind, store.mode(), round, nanos));
          }
        }
      }
    } finally {
      stores.forEach(store -> store.store().close());
    }
  }

  private static String table(Map<String, String> conditions, List<Figure> figures) {
    StringBuilder text = Markdown.section(conditions).append('\n');
    Markdown.row(text, List.of("database", "observer", "findById", "ratio"));
    text.append("|---|---|---:|---:|\n");
    for (DatabaseKind kind : DatabaseKind.values()) {
      OptionalDouble none = median(figures, kind, Mode.NONE);
      for (Mode mode : Mode.values()) {
        OptionalDouble median = median(figures, kind, mode);
        Markdown.row(
            text,
            List.of(
                kind.title(),
                mode.title(),
                Units.time(median),
                Units.ratio(Median.ratio(median, none))));
      }
    }
    return text.append('\n').toString();
  }

  private static OptionalDouble median(List<Figure> figures, DatabaseKind kind, Mode mode) {
    return Median.of(
        figures.stream()
            .filter(figure -> figure.database() == kind && figure.mode() == mode)
            .mapToDouble(Figure::nanos));
  }
}
