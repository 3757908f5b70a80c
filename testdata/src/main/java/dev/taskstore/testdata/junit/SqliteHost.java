package dev.taskstore.testdata.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * SQLite files in a temporary folder. The folder contains a file that the run keeps locked; a
 * folder whose file is not locked belongs to a run that was killed, and is removed.
 */
final class SqliteHost implements DatabaseHost {

  private static final String PREFIX = "taskstore-test-";
  private static final String LOCK = "lock";
  private static final String[] COMPANIONS = {"", "-wal", "-shm", "-journal", "-migration-lock"};

  private final Path folder;
  private final FileChannel lock;
  private final AtomicLong number = new AtomicLong();

  /**
   * Creates the folder.
   *
   * @param parent the folder in which the folders of runs are
   */
  SqliteHost(Path parent) {
    try {
      removeLeftovers(parent);
      folder = Files.createTempDirectory(parent, PREFIX);
      lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new IOException("The lock of a new folder is taken: " + folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path candidate : folders) {
        if (isLeftover(candidate)) {
          removeAll(candidate);
        }
      }
    }
  }

  /** A folder without a lock file may be one that another run is about to create. */
  private static boolean isLeftover(Path candidate) {
    Path file = candidate.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken != null;
    } catch (OverlappingFileLockException | IOException e) {
      return false; // A run of this virtual machine, or of another user.
    }
  }

  private static void removeAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  @Override
  public Location create() {
    Path file = folder.resolve(number.incrementAndGet() + ".db");
    return new Location(file.toString(), "jdbc:sqlite:" + file, null, null);
  }

  @Override
  public Location copyOf(Location template) {
    Location copy = create();
    try {
      Files.copy(Path.of(template.name()), Path.of(copy.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  @Override
  public void remove(Location database) {
    try {
      for (String companion : COMPANIONS) {
        Files.deleteIfExists(Path.of(database.name() + companion));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      removeAll(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
