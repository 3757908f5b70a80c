package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.MigrationLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock on a file next to the database file. The operating system releases it if the
 * process dies. File locks belong to the whole process, so that a second lock serializes its
 * threads.
 */
final class SqliteMigrationLock implements MigrationLock {

  /** What the name of the lock file adds to that of the database file. */
  static final String SUFFIX = "-migration-lock";

  private static final long TIMEOUT_MINUTES = 10;
  private static final long RETRY_MILLIS = 20;
  private static final String PROPERTY = "dev.taskstore.migrating.";
  private static final ConcurrentMap<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

  private final DataSource dataSource;

  SqliteMigrationLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Held acquire() throws SQLException {
    String file = databaseFile();
    if (file.isEmpty()) {
      return () -> {};
    }
    Path path = Path.of(file + SUFFIX).toAbsolutePath();
    ReentrantLock turn = TURNS.computeIfAbsent(path, unused -> new ReentrantLock());
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(TIMEOUT_MINUTES);
    try {
      if (!turn.tryLock(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        throw timeout(path);
      }
      String property = PROPERTY + path;
      boolean owns = false;
      try {
        takeTurn(property, path, deadline);
        owns = true;
        return lock(path, turn, property, deadline);
      } catch (IOException | RuntimeException | InterruptedException e) {
        endTurn(turn, owns ? property : null);
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseOpenException(
          "The migration lock file "
              + path
              + " cannot be used: "
              + ConnectingDataSource.reason(e)
              + ". Make the directory writable, or open the database with MigrationMode.VALIDATE or"
              + " NONE.",
          FailureContext.NONE,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw timeout(path);
    }
  }

  private String databaseFile() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet databases =
            statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
      String file = databases.next() ? databases.getString(1) : null;
      return file == null ? "" : file;
    }
  }

  /**
   * Waits until no other copy of this class, in another class loader, holds the lock. The operating
   * system releases the locks of a process when any channel to the file is closed, so that a copy
   * must not open the file before its turn. Only system properties are common to all class loaders.
   */
  private static void takeTurn(String property, Path path, long deadline)
      throws InterruptedException {
    while (System.getProperties().putIfAbsent(property, "locked") != null) {
      waitUntil(deadline, path);
    }
  }

  private static void endTurn(ReentrantLock turn, @Nullable String property) {
    if (property != null) {
      System.getProperties().remove(property);
    }
    turn.unlock();
  }

  private static void waitUntil(long deadline, Path path) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw timeout(path);
    }
    Thread.sleep(RETRY_MILLIS);
  }

  private static Held lock(Path path, ReentrantLock turn, String property, long deadline)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!tryLock(channel)) {
        waitUntil(deadline, path);
      }
      return () -> release(channel, turn, property);
    } catch (IOException | RuntimeException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // The application has replaced the system properties during the migration of another copy.
      return false;
    }
  }

  /** Keeps the file: if it were deleted, two processes could lock two files of the same name. */
  private static void release(FileChannel channel, ReentrantLock turn, String property) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot release the migration lock", e);
    } finally {
      endTurn(turn, property);
    }
  }

  private static DatabaseTimeoutException timeout(Path path) {
    return new DatabaseTimeoutException(
        "Another process is migrating this database and holds the lock file "
            + path
            + ". Retry later.",
        FailureContext.NONE,
        null);
  }
}
