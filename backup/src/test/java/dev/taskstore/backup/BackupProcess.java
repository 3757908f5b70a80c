package dev.taskstore.backup;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.migration.MigrationMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A process that writes or restores an archive, to be killed or limited. */
final class BackupProcess {

  private BackupProcess() {}

  /** Starts a process with the arguments of {@link #main}. */
  static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BackupProcess.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /**
   * Writes an archive.
   *
   * @param arguments the URL of the database, the archive, and the size of the largest file that
   *     the process may write from then on, in bytes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (TaskStore store =
        TaskStore.builder().url(arguments[0]).migrationMode(MigrationMode.NONE).open()) {
      limitFileSize(arguments[2]);
      SampleTasks.backup(store).replaceExisting().writeTo(Path.of(arguments[1]));
      System.out.println("done");
    } catch (DatabaseException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** The operating system then rejects writes as it does if a disk is full. */
  private static void limitFileSize(String bytes) throws IOException, InterruptedException {
    String pid = String.valueOf(ProcessHandle.current().pid());
    Process process =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("prlimit failed");
    }
  }
}
