package dev.taskstore.liquibase.sqlite.standard;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** A database and the folder of its changelog. */
final class Migration implements AutoCloseable {

  static {
    System.setProperty("liquibase.analytics.enabled", "false");
  }

  private static final String HEADER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
          http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
      """;

  private final Path folder;
  final Connection connection;

  private Migration(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  static Migration sqlite(Path folder) {
    try {
      return new Migration(
          folder,
          DriverManager.getConnection(
              "jdbc:sqlite:" + folder.resolve("test.db") + "?foreign_keys=on"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Migration postgres(Path folder) {
    try {
      return new Migration(folder, Server.open());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a file beside the changelog. */
  static void file(Path folder, String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes and runs an XML changelog with one changeset for each text. */
  Migration update(String... changes) {
    write(changes);
    return run("changelog.xml");
  }

  void write(String... changes) {
    StringBuilder xml = new StringBuilder(HEADER);
    int id = 0;
    for (String change : changes) {
      xml.append(
          change.startsWith("<include") || change.startsWith("<property")
              ? change
              : "<changeSet id=\"" + ++id + "\" author=\"me\">" + change + "</changeSet>\n");
    }
    file(folder, "changelog.xml", xml.append("</databaseChangeLog>\n").toString());
  }

  /** Runs a changelog of the folder or of the class path. */
  Migration run(String changelog) {
    return with(changelog, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
  }

  Migration rollback(int count) {
    return with(
        "changelog.xml",
        liquibase -> liquibase.rollback(count, new Contexts(), new LabelExpression()));
  }

  /** Returns the SQL that an update would run. */
  @SuppressWarnings("deprecation") // the command needs more than this
  String updateSql() {
    StringWriter sql = new StringWriter();
    with(
        "changelog.xml", liquibase -> liquibase.update(new Contexts(), new LabelExpression(), sql));
    return sql.toString();
  }

  private Migration with(String changelog, Action action) {
    try {
      ResourceAccessor files =
          new CompositeResourceAccessor(
              new DirectoryResourceAccessor(folder), new ClassLoaderResourceAccessor());
      Scope.child(
          Scope.Attr.ui.name(),
          new LoggerUIService(),
          () -> {
            Database database =
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            action.run(new Liquibase(changelog, files, database));
          });
      connection.setAutoCommit(true);
      return this;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Returns the rows of a query, a text for each. */
  List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.stream().map(String::valueOf).collect(Collectors.joining("|")));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the text of CREATE TABLE of SQLite. */
  String createTable(String table) {
    return query("SELECT sql FROM sqlite_master WHERE name = '" + table + "'").get(0);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Action {
    void run(Liquibase liquibase) throws LiquibaseException;
  }
}
