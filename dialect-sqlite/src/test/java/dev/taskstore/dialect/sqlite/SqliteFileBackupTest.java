package dev.taskstore.dialect.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.spi.FileBackup;
import dev.taskstore.db.spi.TransactionControl;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The online backup of SQLite: what it keeps, and who is in its way. */
class SqliteFileBackupTest {

  private static final FileBackup FILES = SqliteFileBackup.INSTANCE;

  @TempDir Path folder;

  private Connection connect(String file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + folder.resolve(file) + "?journal_mode=WAL&busy_timeout=300");
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    for (String sql : statements) {
      TransactionControl.execute(connection, sql);
    }
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void theSettingsOfTheFileAndOfItsTablesAreKept() throws SQLException {
    Path file = folder.resolve("backup.db");
    try (Connection live = connect("live.db")) {
      execute(
          live,
          "PRAGMA application_id = 1415074643",
          "PRAGMA user_version = 42",
          "CREATE TABLE items (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT",
          "INSERT INTO items (name) VALUES ('a'), ('b')",
          "DELETE FROM items WHERE name = 'b'");
      FILES.backup(live, file);
      execute(live, "PRAGMA user_version = 43", "DROP TABLE items");

      FILES.restore(live, file);
      assertKept(live);
    }
    try (Connection backup = connect("backup.db")) {
      assertKept(backup);
    }
  }

  private static void assertKept(Connection connection) throws SQLException {
    assertThat(value(connection, "PRAGMA application_id")).isEqualTo("1415074643");
    assertThat(value(connection, "PRAGMA user_version")).isEqualTo("42");
    assertThat(value(connection, "PRAGMA journal_mode")).isEqualTo("wal");
    assertThat(value(connection, "PRAGMA synchronous")).isEqualTo("2");
    assertThat(value(connection, "SELECT sql FROM sqlite_schema WHERE name = 'items'"))
        .endsWith("STRICT");
    assertThat(value(connection, "SELECT seq FROM sqlite_sequence")).isEqualTo("2");
    assertThat(value(connection, "PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void theSettingSynchronousOfTheConnectionIsKept() throws SQLException {
    Path file = folder.resolve("backup.db");
    try (Connection live = connect("live.db")) {
      execute(live, "CREATE TABLE items (id INTEGER)", "PRAGMA synchronous = NORMAL");
      FILES.backup(live, file);
      FILES.restore(live, file);
      assertThat(value(live, "PRAGMA synchronous")).isEqualTo("1");
    }
  }

  @Test
  void aRestoreBesideAWriterEndsWithATimeoutAndChangesNothing() throws SQLException {
    Path file = folder.resolve("backup.db");
    try (Connection live = connect("live.db");
        Connection writer = connect("live.db")) {
      execute(live, "CREATE TABLE items (id INTEGER)");
      FILES.backup(live, file);
      execute(writer, "BEGIN IMMEDIATE", "INSERT INTO items VALUES (1)");

      assertThatThrownBy(() -> FILES.restore(live, file))
          .isInstanceOf(DatabaseTimeoutException.class)
          .hasMessageContaining("busy_timeout");
      FILES.backup(live, folder.resolve("second.db"));
      execute(writer, "COMMIT");

      assertThat(value(live, "SELECT count(*) FROM items")).isEqualTo("1");
      FILES.restore(live, file);
      assertThat(value(writer, "SELECT count(*) FROM items")).isEqualTo("0");
    }
  }

  /** A backup must be restorable whatever rows other programs have written. */
  @Test
  void rowsThatBreakRulesAreRestored() throws SQLException {
    Path file = folder.resolve("backup.db");
    try (Connection live = connect("live.db")) {
      execute(
          live,
          "CREATE TABLE items (id INTEGER CHECK (id > 0), name TEXT) STRICT",
          "PRAGMA ignore_check_constraints = ON",
          "INSERT INTO items VALUES (-1, NULL)",
          "PRAGMA writable_schema = ON",
          "UPDATE sqlite_schema SET sql ="
              + " 'CREATE TABLE items (id INTEGER CHECK (id > 0), name TEXT NOT NULL) STRICT'",
          "PRAGMA writable_schema = RESET");
      FILES.backup(live, file);
      execute(live, "DELETE FROM items");

      FILES.restore(live, file);

      assertThat(value(live, "SELECT count(*) FROM items WHERE typeof(name) = 'null'"))
          .isEqualTo("1");
    }
  }

  @Test
  void filesWithOtherPagesOrALogAreRefused() throws SQLException, IOException {
    try (Connection live = connect("live.db");
        Connection other = connect("other.db")) {
      execute(live, "CREATE TABLE items (id INTEGER)");
      execute(other, "CREATE TABLE items (id INTEGER)");
      assertThatThrownBy(() -> FILES.restore(live, folder.resolve("other.db")))
          .isInstanceOf(DatabaseOpenException.class);
      Path pages = folder.resolve("pages.db");
      try (Connection small =
          DriverManager.getConnection("jdbc:sqlite:" + pages + "?page_size=1024")) {
        execute(small, "CREATE TABLE items (id INTEGER)");
      }
      assertThatThrownBy(() -> FILES.restore(live, pages))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("page size is 1024");
      Path utf16 = folder.resolve("utf16.db");
      try (Connection wide = DriverManager.getConnection("jdbc:sqlite:" + utf16)) {
        execute(wide, "PRAGMA encoding = 'UTF-16le'", "CREATE TABLE items (id INTEGER)");
      }
      assertThatThrownBy(() -> FILES.restore(live, utf16))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("UTF-8");

      Path backup = folder.resolve("backup.db");
      FILES.backup(other, backup);
      Files.write(folder.resolve("backup.db-wal"), new byte[] {1});
      assertThatThrownBy(() -> FILES.restore(live, backup))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("write-ahead log");
    }
  }

  /** The other process has an open connection and a prepared statement. */
  @Test
  void aRestoreIsSeenByAnotherProcess() throws Exception {
    Path file = folder.resolve("backup.db");
    try (Connection live = connect("live.db")) {
      execute(
          live,
          "CREATE TABLE items (id INTEGER, name TEXT DEFAULT 'none')",
          "INSERT INTO items (id) VALUES (1), (2), (3)");
      FILES.backup(live, file);
      execute(live, "DELETE FROM items WHERE id > 1", "ALTER TABLE items DROP COLUMN name");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  "jdbc:sqlite:" + folder.resolve("live.db"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader in = process.inputReader(UTF_8);
          BufferedWriter out = process.outputWriter(UTF_8)) {
        assertThat(next(in, out)).isEqualTo("1");
        FILES.restore(live, file);
        assertThat(next(in, out)).isEqualTo("3");
        assertThat(next(in, out)).isEqualTo("4");
      } finally {
        process.destroy();
        process.waitFor();
      }
      assertThat(value(live, "SELECT count(*) FROM items WHERE name = 'none'")).isEqualTo("5");
      assertThat(value(live, "PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  private static String next(BufferedReader in, BufferedWriter out) throws IOException {
    out.write("next\n");
    out.flush();
    return in.readLine();
  }

  /** Counts and then inserts a row with prepared statements, whenever it receives a line. */
  static final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
      try (Connection connection = DriverManager.getConnection(arguments[0]);
          PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM items");
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO items (id) VALUES (?)");
          BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
        while (in.readLine() != null) {
          String counted;
          try (ResultSet row = count.executeQuery()) {
            row.next();
            counted = row.getString(1);
          }
          insert.setInt(1, 7);
          insert.executeUpdate();
          System.out.println(counted);
        }
      }
    }
  }

  @Test
  void theFailureOfABackupLeavesNoFile() throws SQLException {
    Path file = folder.resolve("backup.db");
    Connection live = connect("live.db");
    execute(live, "CREATE TABLE items (id INTEGER)");
    live.close();

    assertThatThrownBy(() -> FILES.backup(live, file)).isInstanceOf(SQLException.class);

    assertThat(file).doesNotExist();
    assertThat(List.of(folder.toFile().list())).doesNotContain("backup.db");
  }
}
