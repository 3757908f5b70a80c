package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.FileBackup;
import dev.taskstore.db.spi.TransactionControl;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * SQLite's online backup in a single step. In several steps, it would begin again after each write
 * of another connection, and would never end beside a steady writer.
 *
 * @see <a href="https://www.sqlite.org/c3ref/backup_finish.html">Online Backup API</a>
 */
enum SqliteFileBackup implements FileBackup {
  INSTANCE;

  private static final String MAIN = "main";
  private static final int ALL_PAGES = -1;

  /** SQLite itself waits for a lock, for as long as the connection's busy timeout. */
  private static final int NO_MORE_ATTEMPTS = 0;

  private static final int SYNCHRONOUS_FULL = 2;

  /** Observes whether all pages were copied: the driver returns OK after a busy step, too. */
  private static final class Progress implements DB.ProgressObserver {

    private boolean isComplete;

    @Override
    public void progress(int remaining, int pageCount) {
      isComplete = remaining == 0;
    }
  }

  @Override
  public void backup(Connection connection, Path file) throws SQLException {
    Path path = file.toAbsolutePath();
    create(path);
    boolean complete = false;
    try {
      Progress progress = new Progress();
      int result =
          database(connection)
              .backup(MAIN, path.toString(), progress, 0, NO_MORE_ATTEMPTS, ALL_PAGES);
      requireComplete(result, progress, "The backup");
      force(path);
      complete = true;
    } finally {
      if (!complete) {
        delete(path);
      }
    }
  }

  @Override
  public void restore(Connection connection, Path file) throws SQLException {
    Path path = file.toAbsolutePath();
    SqliteBackupFile source = SqliteBackupFile.check(path);
    int pageSize = pragma(connection, "page_size");
    if (source.pageSize() != pageSize) {
      throw SqliteBackupFile.refused(
          path,
          "its page size is "
              + source.pageSize()
              + " bytes, that of the database is "
              + pageSize
              + ". Close the database and replace its file instead");
    }
    int synchronous = pragma(connection, "synchronous");
    TransactionControl.execute(connection, "PRAGMA synchronous = " + SYNCHRONOUS_FULL);
    try {
      Progress progress = new Progress();
      int result =
          database(connection)
              .restore(MAIN, source.uri(), progress, 0, NO_MORE_ATTEMPTS, ALL_PAGES);
      requireComplete(result, progress, "The restore");
    } finally {
      TransactionControl.execute(connection, "PRAGMA synchronous = " + synchronous);
    }
  }

  private static DB database(Connection connection) throws SQLException {
    return connection.unwrap(SQLiteConnection.class).getDatabase();
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void requireComplete(int result, Progress progress, String what)
      throws SQLException {
    int primary = result & 0xff;
    if (primary == Codes.SQLITE_BUSY
        || primary == Codes.SQLITE_LOCKED
        || (primary == Codes.SQLITE_OK && !progress.isComplete)) {
      throw new DatabaseTimeoutException(
          what
              + " could not lock the database within the setting busy_timeout, because another"
              + " connection writes. Nothing was changed. End its transaction, then try again.",
          FailureContext.NONE,
          null);
    } else if (primary != Codes.SQLITE_OK) {
      throw DB.newSQLException(result, "online backup");
    }
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidArgumentException(
          "The backup file " + file + " already exists. Name a new file.", FailureContext.NONE);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  /** A new file is durable when its directory is. Windows cannot open directories. */
  private static void force(Path file) {
    force(file, StandardOpenOption.WRITE);
    Path folder = file.getParent();
    if (folder != null && File.separatorChar == '/') {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption option) {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  private static DatabaseOpenException notWritable(Path path, IOException reason) {
    return new DatabaseOpenException(
        "The backup cannot be written to "
            + path
            + ": "
            + reason.getClass().getSimpleName()
            + ". Check the directory, its permissions and the free space.",
        FailureContext.NONE,
        reason);
  }

  /** The failure of the backup is more important than that of the removal. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(SqliteFileBackup.class.getName())
          .log(System.Logger.Level.WARNING, "The incomplete backup {0} remains: {1}", file, e);
    }
  }
}
