package dev.taskstore.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The worker process of one library, controlled by the comparison. */
final class WorkerProcess implements AutoCloseable {

  private final Library library;
  private final Process process;
  private final BufferedReader replies;
  private final PrintStream requests;

  private WorkerProcess(Library library, Process process) {
    this.library = library;
    this.process = process;
    this.replies =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static WorkerProcess start(Library library, Settings settings, Dataset data, List<Target> targets)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-D" + Worker.STACKS + "=" + Boolean.getBoolean(Worker.STACKS));
    command.addAll(settings.workerOptions());
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Worker.class.getName());
    command.add(library.name());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    WorkerEnvironment.put(builder.environment(), data);
    targets.forEach(target -> WorkerEnvironment.put(builder.environment(), target));
    return new WorkerProcess(library, builder.start());
  }

  String name() {
    return library.name();
  }

  Set<Workload> without() {
    return library.without();
  }

  /** Measures one round. */
  Measurement measure(
      DatabaseKind database, Workload workload, int round, long warmupMillis, long millis)
      throws IOException {
    requests.println(database.id() + " " + workload.id() + " " + warmupMillis + " " + millis);
    String line = replies.readLine();
    while (line != null && !line.startsWith(Worker.RESULT)) {
      if (line.startsWith(Worker.FAILED)) {
        throw new IllegalStateException(name() + " failed: " + line);
      }
      System.out.println(line);
      line = replies.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The worker process of " + name() + " terminated");
    }
    String[] figures = line.substring(Worker.RESULT.length()).split(" ", -1);
    return new Measurement(
        database,
        workload,
        name(),
        round,
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]));
  }

  /** Closes the requests, which ends the process. */
  @Override
  public void close() throws InterruptedException {
    requests.close();
    process.waitFor();
  }
}
