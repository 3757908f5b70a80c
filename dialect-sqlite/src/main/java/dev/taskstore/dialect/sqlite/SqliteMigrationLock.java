package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.MigrationLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

/**
 * An exclusive lock on a file next to the database file. The operating system releases it if the
 * process dies. File locks belong to the whole process, so that a second lock serializes its
 * threads.
 */
final class SqliteMigrationLock implements MigrationLock {

  private static final long TIMEOUT_MINUTES = 10;
  private static final long RETRY_MILLIS = 20;
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
    Path path = Path.of(file + "-migration-lock").toAbsolutePath();
    ReentrantLock turn = TURNS.computeIfAbsent(path, unused -> new ReentrantLock());
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(TIMEOUT_MINUTES);
    try {
      if (!turn.tryLock(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        throw timeout(path);
      }
      try {
        return lock(path, turn, deadline);
      } catch (IOException | RuntimeException | InterruptedException e) {
        turn.unlock();
        throw e;
      }
    } catch (IOException e) {
      throw new SQLException("Cannot use the migration lock file " + path, e);
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

  private static Held lock(Path path, ReentrantLock turn, long deadline)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      while (lock == null) {
        if (System.nanoTime() > deadline) {
          throw timeout(path);
        }
        Thread.sleep(RETRY_MILLIS);
        lock = channel.tryLock();
      }
      return () -> release(channel, turn);
    } catch (IOException | RuntimeException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  /** Keeps the file: if it were deleted, two processes could lock two files of the same name. */
  private static void release(FileChannel channel, ReentrantLock turn) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot release the migration lock", e);
    } finally {
      turn.unlock();
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
