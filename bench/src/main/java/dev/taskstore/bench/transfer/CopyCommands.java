package dev.taskstore.bench.transfer;

import dev.taskstore.bench.Target;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The commands of the child processes. */
final class CopyCommands {

  private static final String PGLOADER = "pgloader";
  private static final String SQLITE_PREFIX = "jdbc:sqlite:";

  private CopyCommands() {}

  /** Returns whether pgloader is on the path of executables. */
  static boolean hasPgloader() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PGLOADER)));
  }

  static List<String> java(Class<?> program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-classpath",
        System.getProperty("java.class.path"),
        program.getName());
  }

  /** Returns the command of pgloader, which creates tables of its own in an empty database. */
  static List<String> pgloader(Target source, Target target) {
    URI server = URI.create(target.url().substring("jdbc:".length()));
    return List.of(
        PGLOADER,
        "sqlite://" + Path.of(source.url().substring(SQLITE_PREFIX.length())).toAbsolutePath(),
        "postgresql://"
            + target.user()
            + "@"
            + server.getHost()
            + ":"
            + server.getPort()
            + server.getPath());
  }

  /**
   * Runs a command to its end.
   *
   * @throws IllegalStateException if its exit code is not 0
   */
  static void run(List<String> command, Target source, Target target)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log()));
    CopyTarget.put(builder.environment(), source, target);
    builder.environment().put("PGPASSWORD", target.password());
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          command.get(0) + " ended with " + code + ":\n" + Files.readString(log().toPath()));
    }
  }

  /** Returns the output of the last command. */
  static File log() {
    return new File(System.getProperty("java.io.tmpdir"), "taskstore-transfer.log");
  }
}
