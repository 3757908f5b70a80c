package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.db.spi.TransactionControl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of SQLite that do not fire the triggers of the rows that they delete. */
class SqliteChangeCaptureTest {

  private static final ChangeCapture CAPTURE = SqliteChangeCapture.INSTANCE;

  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tasks.db"));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void execute(String... statements) throws SQLException {
    for (String sql : statements) {
      TransactionControl.execute(connection, sql);
    }
  }

  private void start(List<String> key) throws SQLException {
    execute(CAPTURE.createOutbox(connection, "items", key, "outbox"));
    execute(CAPTURE.start(connection, "items", key, "outbox").toArray(String[]::new));
  }

  private Set<String> recorded() throws SQLException {
    Set<String> keys = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT * FROM outbox")) {
        while (row.next()) {
          keys.add(row.getString(2));
        }
      }
      statement.execute("DELETE FROM outbox");
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"STRICT", "STRICT, WITHOUT ROWID"})
  void rowsThatReplaceDeletesAreRecorded(String options) throws SQLException {
    execute(
        "CREATE TABLE items (id TEXT NOT NULL PRIMARY KEY, name TEXT UNIQUE, a INTEGER, b INTEGER)"
            + options,
        "CREATE UNIQUE INDEX ux_items ON items (a, b) WHERE a > 0",
        "INSERT INTO items VALUES ('1', 'one', 1, 1), ('2', 'two', 2, 2), ('3', 'three', 3, 3)");
    start(List.of("id"));

    execute("INSERT OR REPLACE INTO items VALUES ('4', 'one', 2, 2)");
    assertThat(recorded()).containsExactly("1", "2", "4");
    execute("UPDATE OR REPLACE items SET name = 'one' WHERE id = '3'");
    assertThat(recorded()).containsExactly("3", "4");
    execute("REPLACE INTO items VALUES ('3', 'new', 9, 9)");
    assertThat(recorded()).containsExactly("3");
    execute("INSERT INTO items VALUES ('5', NULL, NULL, 1), ('6', NULL, NULL, 1)");
    assertThat(recorded()).containsExactly("5", "6");
  }

  @Test
  void aReplacedRowIsFoundByTheCollationOfTheIndex() throws SQLException {
    execute(
        "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT UNIQUE COLLATE NOCASE)",
        "INSERT INTO items VALUES (1, 'one')");
    start(List.of("id"));

    execute("INSERT OR REPLACE INTO items VALUES (2, 'ONE')");

    assertThat(recorded()).containsExactly("1", "2");
  }

  @Test
  void aKeyThatChangesItsCaseOnlyIsRecordedTwice() throws SQLException {
    execute(
        "CREATE TABLE items (id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY)",
        "INSERT INTO items VALUES ('a')");
    start(List.of("id"));

    execute("UPDATE items SET id = 'A'");

    assertThat(recorded()).containsExactly("A", "a");
  }

  @Test
  void conflictsThatAreIgnoredDoNotUnseal() throws SQLException {
    execute("CREATE TABLE items (id INTEGER PRIMARY KEY)", "INSERT INTO items VALUES (1)");
    execute(CAPTURE.seal("items").toArray(String[]::new));

    for (String write :
        List.of(
            "INSERT OR IGNORE INTO items VALUES (1)",
            "INSERT OR IGNORE INTO items VALUES (2)",
            "INSERT OR REPLACE INTO items VALUES (1)",
            "INSERT INTO items VALUES (1) ON CONFLICT DO NOTHING",
            "UPDATE OR IGNORE items SET id = 3",
            "DELETE FROM items")) {
      assertThatThrownBy(() -> execute(write))
          .describedAs(write)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(SqliteChangeCapture.SEALED);
    }
  }
}
