package dev.taskstore.dialect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Folders for servers in the memory of the machine, if it has enough: databases of tests are
 * created and dropped all the time, and a database consists of hundreds of files.
 */
final class PostgresServerMemory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final String PREFIX = "taskstore-postgres-";
  private static final long REQUIRED_BYTES = 8L * 1024 * 1024 * 1024;
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private PostgresServerMemory() {}

  /** Returns a folder that does not exist yet; empty without enough memory. */
  static Optional<Path> newFolder() throws IOException {
    if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < REQUIRED_BYTES) {
      return Optional.empty();
    }
    deleteFoldersOfEndedProcesses();
    return Optional.of(
        MEMORY.resolve(PREFIX + ProcessHandle.current().pid() + "-" + FOLDERS.incrementAndGet()));
  }

  /** A process that was killed leaves its folders behind. */
  private static void deleteFoldersOfEndedProcesses() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(MEMORY, PREFIX + "*")) {
      for (Path folder : folders) {
        String[] parts = folder.getFileName().toString().substring(PREFIX.length()).split("-");
        if (ProcessHandle.of(Long.parseLong(parts[0])).isEmpty()) {
          delete(folder);
        }
      }
    }
  }

  /** Another process may delete the same folder. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.out.println("A folder of an ended server could not be deleted: " + e);
    }
  }
}
