package dev.taskstore.bench.transfer;

import static dev.taskstore.schema.tables.TaskTags.TASK_TAGS;

import dev.taskstore.TaskStore;
import dev.taskstore.bench.BenchProperties;
import dev.taskstore.bench.Conditions;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Filling;
import dev.taskstore.bench.PostgresServer;
import dev.taskstore.bench.ReportFolder;
import dev.taskstore.bench.SqliteFile;
import dev.taskstore.bench.Target;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.DatabaseComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Measures copies of a whole database in turns: with TaskStore, with pgloader if it is installed,
 * and with loops in plain JDBC. Each copy is a process of its own, into a new database, and is
 * compared with the source afterwards; the comparison is not part of the time. {@code
 * -Dbench.tasks}, {@code -Dbench.users} and {@code -Dbench.rounds} are numbers; {@code
 * -Dbench.output} is the folder of the report.
 */
public final class TransferComparison {

  /** The program that ratios refer to. */
  static final String TASKSTORE = "TaskStore";

  private static final String PGLOADER = "pgloader";
  private static final String LOOP = "loop in plain JDBC";
  private static final String NAME = "taskstore_transfer_copy";
  private static final String SOURCE = "taskstore_transfer_source";
  private static final int TAGGED_EVERY = 4;
  private static final int DEFAULT_TASKS = 1_000_000;
  private static final int DEFAULT_ROUNDS = 3;

  private final Dataset data;
  private final int rounds;
  private final Path folder;
  private final PostgresServer server;
  private final List<CopyRun> runs = new ArrayList<>();

  TransferComparison(Dataset data, int rounds, Path folder, PostgresServer server) {
    this.data = data;
    this.rounds = rounds;
    this.folder = folder;
    this.server = server;
  }

  /**
   * Runs the comparison and writes the report.
   *
   * @param args none; the settings are system properties
   * @throws Exception if a copy fails or the report cannot be written
   */
  public static void main(String... args) throws Exception {
    Dataset data =
        new Dataset(
            BenchProperties.number("bench.tasks", DEFAULT_TASKS),
            BenchProperties.number("bench.users", 1_000));
    int rounds = BenchProperties.number("bench.rounds", DEFAULT_ROUNDS);
    Path folder = Files.createTempDirectory("taskstore-transfer");
    try (PostgresServer server = PostgresServer.start()) {
      new TransferComparison(data, rounds, folder, server)
          .run()
          .write(new ReportFolder(BenchProperties.output()));
    } finally {
      SqliteFile.deleteAll(folder);
    }
  }

  TransferReport run() throws IOException, SQLException, InterruptedException {
    SqliteFile file = new SqliteFile(folder.resolve("source.db"));
    try (TaskStore store = file.target().store().open()) {
      new Filling(store, data, TAGGED_EVERY, tasks -> {}).run();
    }
    file.checkpoint();
    for (int round = 1; round <= rounds; round++) {
      toPostgres(TASKSTORE, CopyCommands.java(TaskStoreCopy.class), file.target(), round);
      if (CopyCommands.hasPgloader()) {
        toPostgres(PGLOADER, null, file.target(), round);
      }
      toPostgres(LOOP, CopyCommands.java(CopyLoop.class), file.target(), round);
    }
    Target source = postgresSource(file.target());
    for (int round = 1; round <= rounds; round++) {
      toSqlite(TASKSTORE, CopyCommands.java(TaskStoreCopy.class), source, round);
      toSqlite(LOOP, CopyCommands.java(InsertLoop.class), source, round);
    }
    server.drop(SOURCE);
    return new TransferReport(conditions(file), runs);
  }

  private Target postgresSource(Target file)
      throws IOException, SQLException, InterruptedException {
    server.create(SOURCE);
    Target target = server.target(SOURCE);
    target.store().open().close();
    CopyCommands.run(CopyCommands.java(TaskStoreCopy.class), file, target);
    server.vacuum(SOURCE);
    return target;
  }

  private void toPostgres(String way, List<String> command, Target source, int round)
      throws IOException, SQLException, InterruptedException {
    server.create(NAME);
    Target target = server.target(NAME);
    if (!way.equals(PGLOADER)) {
      target.store().open().close();
    }
    server.execute("CHECKPOINT");
    List<String> program = way.equals(PGLOADER) ? CopyCommands.pgloader(source, target) : command;
    measure(Direction.TO_POSTGRES, way, program, source, target, round);
    server.drop(NAME);
  }

  private void toSqlite(String way, List<String> command, Target source, int round)
      throws IOException, SQLException, InterruptedException {
    SqliteFile file = new SqliteFile(folder.resolve("copy-" + round + ".db"));
    file.target().store().open().close();
    measure(Direction.TO_SQLITE, way, command, source, file.target(), round);
    for (String ending : List.of("", "-wal", "-shm", "-migration-lock")) {
      Files.deleteIfExists(Path.of(file.path() + ending));
    }
  }

  private void measure(
      Direction direction,
      String way,
      List<String> command,
      Target source,
      Target target,
      int round)
      throws IOException, SQLException, InterruptedException {
    double clientBefore = ProcessTimes.ofEndedChildren().orElse(Double.NaN);
    double serverBefore = serverTime();
    long begin = System.nanoTime();
    CopyCommands.run(command, source, target);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double client = ProcessTimes.ofEndedChildren().orElse(Double.NaN) - clientBefore;
    double serverTime = serverTime() - serverBefore;
    String result = way.equals(PGLOADER) ? "tables of its own" : compare(source, target);
    runs.add(new CopyRun(direction, way, round, seconds, client, serverTime, result));
    System.err.printf(
        Locale.ROOT,
        "%s, %s, round %d: %.1f s, %s%n",
        direction.title(),
        way,
        round,
        seconds,
        result);
  }

  private double serverTime() throws SQLException {
    OptionalDouble time = OptionalDouble.empty();
    Path pid = Path.of(server.query("SHOW data_directory"), "postmaster.pid");
    try {
      time = ProcessTimes.ofTree(Long.parseLong(Files.readAllLines(pid).get(0).strip()));
    } catch (IOException e) {
      // The server is on another machine.
    }
    return time.orElse(Double.NaN);
  }

  private static String compare(Target source, Target target) {
    try (TaskStore first = source.store().open();
        TaskStore second = target.store().migrationMode(MigrationMode.NONE).open()) {
      return DatabaseComparison.of(DefaultSchema.DEFAULT_SCHEMA)
              .run(first.database(), second.database())
              .isEqual()
          ? "equal"
          : "differs";
    }
  }

  private Map<String, String> conditions(SqliteFile file) throws IOException, SQLException {
    Map<String, String> conditions = new LinkedHashMap<>(Conditions.here());
    conditions.put("SQLite", SqliteFile.version());
    conditions.put(DatabaseKind.POSTGRES.title(), server.version());
    long links = links(file);
    conditions.put(
        "Data",
        Conditions.rows(data)
            + ", "
            + links
            + " links of tasks and tags, "
            + Files.size(file.path()) / 1_000_000
            + " MB as a SQLite file");
    conditions.put("Rounds", rounds + ", in turns; medians");
    return conditions;
  }

  private static long links(SqliteFile file) {
    try (TaskStore store = file.target().store().open()) {
      return store.dsl().fetchCount(TASK_TAGS);
    }
  }
}
