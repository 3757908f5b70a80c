package dev.taskstore.bench.replicas;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.Json;
import dev.taskstore.bench.Markdown;
import dev.taskstore.bench.MarkedSection;
import dev.taskstore.bench.Median;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.Units;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.migration.MigrationMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Measures {@code findById} on a primary and on its streaming standby, without a check and with a
 * read preference, in turn and in one thread. {@code -Dbench.primary} and {@code -Dbench.replica}
 * are their JDBC URLs with credentials, {@code bench.rounds} is the number of rounds, {@code
 * bench.operations} the number of calls of each, and {@code bench.output} the folder of the report.
 */
public final class ReplicaCost {

  /** The calls that run before those of the next way: slowdowns affect all. */
  private static final int SLICE = 250;

  private static final Duration LONG_WAIT = Duration.ofSeconds(10);

  /** How a task is read. */
  enum Way {
    REPLICA("replica, without a check"),
    NEW_TOKEN("replica, first read after a token"),
    TOKEN("replica, later reads after it"),
    STALENESS("replica, within 5 seconds"),
    PRIMARY("primary");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * The result of one round.
   *
   * @param nanos the median time of one call in nanoseconds
   */
  record Figure(Way way, int round, double nanos) {

    private String json() {
      return String.format(
          Locale.ROOT,
          "{\"way\": %s, \"round\": %d, \"nanosPerCall\": %.1f}",
          Json.quoted(way.title()),
          round + 1,
          nanos);
    }
  }

  private static final MarkedSection SECTION = MarkedSection.of("replicas", ReplicaCost.class);

  private ReplicaCost() {}

  /**
   * Measures and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws IOException if the report cannot be written
   */
  public static void main(String... args) throws IOException {
    run(
        System.getProperty("bench.primary", ""),
        System.getProperty("bench.replica", ""),
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.operations", 20_000),
        BenchProperties.output());
  }

  static List<Figure> run(String primary, String replica, int rounds, int operations, Path output)
      throws IOException {
    Map<String, String> conditions = Conditions.here();
    conditions.put(
        "Rounds",
        String.format(
            Locale.ROOT,
            "%d after one that is not counted, each of %,d calls of findById in slices of %d in"
                + " turn; medians",
            rounds,
            operations,
            SLICE));
    List<Figure> figures = new ArrayList<>();
    try (TaskStore store = TaskStore.builder().url(primary).replicas(replica).open();
        TaskStore unchecked =
            TaskStore.builder().url(replica).migrationMode(MigrationMode.NONE).open()) {
      conditions.put("PostgreSQL", version(store));
      UUID user =
          store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked())).id();
      UUID task = store.tasks().insert(NewTask.of(user, "Ship 1.0")).id();
      ReadPreference after = ReadPreference.replicaAfter(store.token());
      store.reading(after.waitingUpTo(LONG_WAIT)).tasks().getById(task);
      Map<Way, TaskSession> sessions =
          Map.of(
              Way.PRIMARY,
              store,
              Way.REPLICA,
              unchecked,
              Way.TOKEN,
              store.reading(after),
              Way.STALENESS,
              store.reading(ReadPreference.replicaWithin(Duration.ofSeconds(5))));
      for (int round = -1; round < rounds; round++) {
        for (Map.Entry<Way, Double> median : round(sessions, task, operations).entrySet()) {
          if (round >= 0) {
            figures.add(new Figure(median.getKey(), round, median.getValue()));
          }
        }
      }
    }
    new ReportFolder(output)
        .write(
            SECTION,
            table(conditions, figures),
            "replicas.json",
            Json.of(
                conditions, Map.of("measurements", figures.stream().map(Figure::json).toList())));
    return figures;
  }

  private static String version(TaskStore store) {
    return String.valueOf(store.dsl().fetchValue("SHOW server_version"));
  }

  private static Map<Way, Double> round(Map<Way, TaskSession> sessions, UUID task, int operations) {
    int slices = Math.max(1, operations / SLICE);
    Map<Way, long[]> nanos = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      nanos.put(way, new long[slices * SLICE]);
    }
    for (int slice = 0; slice < slices; slice++) {
      for (Way way : Way.values()) {
        int from = slice * SLICE;
        if (way == Way.NEW_TOKEN) {
          measureFirst(sessions, task, nanos.get(way), from);
        } else {
          measure(sessions.get(way), task, nanos.get(way), from);
        }
      }
    }
    Map<Way, Double> medians = new EnumMap<>(Way.class);
    nanos.forEach(
        (way, own) -> {
          Arrays.sort(own);
          medians.put(way, (double) own[own.length / 2]);
        });
    return medians;
  }

  private static void measure(TaskSession session, UUID task, long[] nanos, int from) {
    for (int i = from; i < from + SLICE; i++) {
      long begin = System.nanoTime();
      session.tasks().getById(task);
      nanos[i] = System.nanoTime() - begin;
    }
  }

  /** Each read follows a commit that the replica has replayed. */
  private static void measureFirst(
      Map<Way, TaskSession> sessions, UUID task, long[] nanos, int from) {
    TaskSession primary = sessions.get(Way.PRIMARY);
    TaskSession replica = sessions.get(Way.REPLICA);
    for (int i = from; i < from + SLICE; i++) {
      Task written = primary.tasks().update(task, TaskChanges.none().title("Ship " + i));
      ConsistencyToken token = primary.token();
      while (!replica.tasks().getById(task).equals(written)) {
        Thread.onSpinWait();
      }
      TaskSession session = primary.reading(ReadPreference.replicaAfter(token));
      long begin = System.nanoTime();
      session.tasks().getById(task);
      nanos[i] = System.nanoTime() - begin;
    }
  }

  private static String table(Map<String, String> conditions, List<Figure> figures) {
    StringBuilder text = Markdown.section(conditions).append('\n');
    Markdown.row(text, List.of("server", "findById", "ratio"));
    text.append("|---|---:|---:|\n");
    for (Way way : Way.values()) {
      OptionalDouble median = median(figures, way);
      Markdown.row(
          text,
          List.of(
              way.title(),
              Units.time(median),
              Units.ratio(Median.ratio(median, median(figures, Way.REPLICA)))));
    }
    return text.append('\n').toString();
  }

  private static OptionalDouble median(List<Figure> figures, Way way) {
    return Median.of(
        figures.stream().filter(figure -> figure.way() == way).mapToDouble(Figure::nanos));
  }
}
