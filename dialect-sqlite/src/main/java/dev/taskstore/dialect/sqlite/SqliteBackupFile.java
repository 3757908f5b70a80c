package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A file that contains a SQLite database and that no program writes to.
 *
 * @param uri the file as a URI with which SQLite neither locks it nor creates files next to it
 * @param pageSize the size of its pages in bytes
 * @see <a href="https://www.sqlite.org/fileformat.html#the_database_header">The Database Header</a>
 */
record SqliteBackupFile(String uri, int pageSize) {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_SIZE = 100;
  private static final int PAGE_SIZE_AT = 16;
  private static final int PAGE_COUNT_AT = 28;
  private static final int ENCODING_AT = 56;
  private static final int UTF_8 = 1;
  private static final int LARGEST_PAGE = 65_536;

  private static final int REPORTED = 1_000;

  /** What quick_check reports about rows that another program wrote; the file is not damaged. */
  private static final Pattern OF_A_ROW = Pattern.compile("(NULL|TEXT|NUMERIC|non-\\w+) value in ");

  /**
   * Checks that a file is complete and not damaged: its header, its size, and {@code quick_check}.
   *
   * @throws DatabaseOpenException if it is not; the message contains the file and the reason
   */
  static SqliteBackupFile check(Path file) {
    SqliteBackupFile found = readHeader(file);
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (log.toFile().length() > 0) {
      throw refused(
          file,
          "next to it is a write-ahead log, so that it is a database in use or a copy of one."
              + " Create a backup of that database instead");
    }
    String damage = found.quickCheck();
    if (damage != null) {
      throw refused(file, "it is damaged (" + damage + "). Restore another backup");
    }
    return found;
  }

  private static SqliteBackupFile readHeader(Path file) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE);
    long size;
    try (FileChannel channel = FileChannel.open(file)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // A read can return fewer bytes than requested.
      }
      size = channel.size();
    } catch (IOException e) {
      throw refused(
          file,
          Files.exists(file)
              ? "it cannot be read. Check its permissions"
              : "it does not exist. Check its path");
    }
    if (header.hasRemaining()
        || !header.rewind().slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw refused(file, "it is not a SQLite database, or it is encrypted. Name another file");
    } else if (header.getInt(ENCODING_AT) != UTF_8) {
      throw refused(file, "its encoding is not UTF-8. Name another file");
    }
    int stored = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
    int pageSize = stored == 1 ? LARGEST_PAGE : stored;
    long expected = Integer.toUnsignedLong(header.getInt(PAGE_COUNT_AT)) * pageSize;
    if (size != expected) {
      throw refused(
          file,
          "its size is "
              + size
              + " bytes, but its header requires "
              + expected
              + ", so that it is not complete. Restore another backup");
    }
    return new SqliteBackupFile(file.toUri() + "?immutable=1", pageSize);
  }

  /** Returns what is damaged without values of rows, or null. */
  private @Nullable String quickCheck() {
    SQLiteConfig configuration = new SQLiteConfig();
    configuration.setReadOnly(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(configuration);
    dataSource.setUrl(SqliteLocation.PREFIX + uri);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints = ON");
      try (ResultSet row = statement.executeQuery("PRAGMA quick_check(" + REPORTED + ")")) {
        while (row.next()) {
          String result = row.getString(1);
          if (!result.equals("ok") && !OF_A_ROW.matcher(result).lookingAt()) {
            return "quick_check: " + result.lines().findFirst().orElse("");
          }
        }
        return null;
      }
    } catch (SQLException e) {
      return String.valueOf(SqliteFailures.resultCode(e));
    }
  }

  static DatabaseOpenException refused(Path file, String reason) {
    return new DatabaseOpenException(
        "The backup " + file + " cannot be restored: " + reason + ". Nothing was changed.",
        FailureContext.NONE,
        null);
  }
}
