package dev.taskstore.bench.startup;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.bench.BenchProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures the time from the start of a process to its first row on an existing, up-to-date SQLite
 * file, and its used heap and loaded classes, alternately for plain JDBC, jOOQ and TaskStore.
 * {@code -Dbench.output} is the folder of the report.
 */
public final class StartupComparison {

  /** The program that ratios refer to. */
  static final String JDBC = "JDBC";

  static final String JOOQ = "jOOQ";

  private static final int DEFAULT_ROUNDS = 10;
  private static final int TASKS = 1_000;
  private static final String TITLE = "The expected task";

  private StartupComparison() {}

  /**
   * Runs the comparison and writes the report.
   *
   * @param args the number of rounds; the default is 10
   * @throws IOException if a program cannot be started or the report cannot be written
   * @throws InterruptedException if this thread is interrupted
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Map<String, List<Start>> starts =
        run(args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ROUNDS);
    new StartReport(starts).write(BenchProperties.output());
  }

  /** The starts of all rounds, by program. */
  static Map<String, List<Start>> run(int rounds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("taskstore-startup");
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    String id = fill(url);
    Map<String, List<String>> programs = new LinkedHashMap<>();
    programs.put(JDBC, command(JdbcStart.class, url, id));
    programs.put(JOOQ, command(JooqStart.class, url, id));
    programs.put("TaskStore", command(TaskStoreStart.class, url, id, "UPDATE"));
    programs.put("TaskStore without schema check", command(TaskStoreStart.class, url, id, "NONE"));
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    programs.keySet().forEach(name -> starts.put(name, new ArrayList<>()));
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        Start start = start(program.getValue());
        if (round >= 0) { // the first round warms the file system's cache
          starts.get(program.getKey()).add(start);
        }
      }
    }
    return starts;
  }

  private static String fill(String url) {
    try (TaskStore store = TaskStore.open(url)) {
      User ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      store
          .tasks()
          .load(IntStream.range(0, TASKS).mapToObj(i -> NewTask.of(ada.id(), "Task " + i)));
      Task task = store.tasks().insert(NewTask.of(ada.id(), TITLE));
      return task.id().toString();
    }
  }

  private static List<String> command(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Start start(List<String> command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      long elapsed = System.nanoTime() - begin;
      if (!TITLE.equals(line)) {
        throw new IllegalStateException("Unexpected row: " + line);
      }
      Footprint footprint = Footprint.parse(reader.readLine());
      process.waitFor();
      return new Start(elapsed, footprint);
    }
  }
}
