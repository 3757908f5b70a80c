package dev.taskstore.dialect.tck;

import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A separate process that opens a store and inserts a user. */
final class OpeningProcess {

  /** The second compiler and a collector with threads do not pay off in such a short process. */
  private static final List<String> SHORT_RUN =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;

  private OpeningProcess(Process process) {
    this.process = process;
  }

  /** Starts a process with the class path of this one. */
  static OpeningProcess start(TckDatabase database, String username, String... jvmOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_RUN);
    command.addAll(List.of(jvmOptions));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OpeningProcess.class.getName(),
            database.url(),
            username));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (database.user() != null && database.password() != null) {
      builder.environment().put("TCK_USER", database.user());
      builder.environment().put("TCK_PASSWORD", database.password());
    }
    try {
      return new OpeningProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the process and returns its output. */
  String output() {
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return "exit code " + process.waitFor() + ": " + text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Opens the store at a URL and inserts a user.
   *
   * @param arguments the URL and the user's name
   */
  public static void main(String[] arguments) {
    TaskDatabase.Builder builder = TaskDatabase.builder().url(arguments[0]);
    String user = System.getenv("TCK_USER");
    if (user != null) {
      builder.credentials(user, System.getenv("TCK_PASSWORD"));
    }
    try (TaskDatabase store = builder.open()) {
      store
          .users()
          .insert(NewUser.of(arguments[1], arguments[1] + "@example.com", PasswordHash.locked()));
    }
    System.out.println("done");
  }
}
