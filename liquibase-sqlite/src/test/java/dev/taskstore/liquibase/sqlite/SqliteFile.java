package dev.taskstore.liquibase.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A SQLite file of a test, on which changelogs run. */
public final class SqliteFile implements AutoCloseable {

  private final Connection connection;

  /** Opens a file whose connection enforces foreign keys. */
  public SqliteFile(Path file) {
    this(file, "?foreign_keys=on");
  }

  /** Opens a file with parameters of the URL. */
  public SqliteFile(Path file, String parameters) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file + parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection connection() {
    return connection;
  }

  public SqliteFile run(String... statements) {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
    return this;
  }

  /** Runs the changes of a changeset, written as XML. */
  public SqliteFile change(String... changes) {
    Changelogs.update(connection, Changelogs.changelog(changes));
    return this;
  }

  /** Runs the changes and rolls them back. */
  public SqliteFile changeAndRollBack(String... changes) {
    Changelogs.updateAndRollBack(connection, Changelogs.changelog(changes));
    return this;
  }

  /** Returns the rows of a query, the values of a row separated by bars. */
  public List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  public String value(String query) {
    return rows(query).get(0);
  }

  public String definition(String name) {
    return value("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
  }

  /** Returns the problems that SQLite finds in the file. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(rows("PRAGMA integrity_check"));
    problems.remove("ok");
    problems.addAll(rows("PRAGMA foreign_key_check"));
    problems.addAll(
        rows(
            "SELECT name FROM sqlite_schema WHERE name LIKE '\\_new\\_%' ESCAPE '\\' OR name LIKE"
                + " '\\_old\\_%' ESCAPE '\\' OR name LIKE '\\_check%' ESCAPE '\\'"));
    return problems;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
