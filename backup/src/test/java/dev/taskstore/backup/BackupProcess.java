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

  /** Printed when the first rows were read. */
  static final String STARTED = "started";

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
   * Writes or restores an archive.
   *
   * @param arguments "backup" or "restore", the URL of the database, the archive, and the size of
   *     the largest file that the process may write from then on, in bytes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean isBackup = arguments[0].equals("backup");
    Path archive = Path.of(arguments[2]);
    Progress progress =
        (rows, total) -> {
          System.out.println(STARTED);
          System.out.flush();
        };
    try (TaskStore store =
        TaskStore.builder().url(arguments[1]).migrationMode(MigrationMode.NONE).open()) {
      if (arguments.length > 3) {
        limitFileSize(arguments[3]);
      }
      if (isBackup) {
        SampleTasks.backup(store).replaceExisting().progress(progress).writeTo(archive);
      } else {
        Restore.into(store.database()).progress(progress).from(archive);
      }
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
