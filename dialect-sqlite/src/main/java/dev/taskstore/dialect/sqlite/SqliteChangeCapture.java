package dev.taskstore.dialect.sqlite;

import static dev.taskstore.dialect.sqlite.SqliteTransferSupport.quoted;

import dev.taskstore.db.spi.ChangeCapture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Triggers for each row. SQLite fires them for cascades, and a DELETE without a condition fires
 * them too. The rows that REPLACE deletes fire none, so that triggers before the write record the
 * rows that it may delete.
 *
 * @see <a href="https://www.sqlite.org/lang_conflict.html">The ON CONFLICT Clause</a>
 */
enum SqliteChangeCapture implements ChangeCapture {
  INSTANCE;

  /** The text of the error, by which {@link SqliteFailures} identifies it. */
  static final String SEALED =
      "The database is sealed: its contents were copied to another database. Connect to the new"
          + " database.";

  private static final List<String> EVENTS = List.of("insert", "update", "delete");

  /** Expressions have no name; rows that are replaced because of them are not recorded. */
  private static final String UNIQUE_INDEXES =
      """
      SELECT l.name, x.name, x.coll
      FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS x
      WHERE l."unique" = 1 AND x.key = 1
        AND NOT EXISTS (SELECT 1 FROM pragma_index_xinfo(l.name) AS y WHERE y.key = 1 AND y.cid = -2)
      ORDER BY l.seq, x.seqno
      """;

  @Override
  public String createOutbox(Connection connection, String table, List<String> key, String outbox) {
    return "CREATE TABLE IF NOT EXISTS %s (%s INTEGER PRIMARY KEY AUTOINCREMENT, %s)"
        .formatted(quoted(outbox), quoted(SEQUENCE), columns("", key));
  }

  @Override
  public List<String> start(Connection connection, String table, List<String> key, String outbox)
      throws SQLException {
    String insert = "INSERT INTO %s (%s) SELECT ".formatted(quoted(outbox), columns("", key));
    String oldKey = insert + columns("OLD.", key);
    String newKey = insert + columns("NEW.", key);
    String changed =
        key.stream()
            .map(column -> "NEW.%1$s COLLATE BINARY IS NOT OLD.%1$s".formatted(quoted(column)))
            .collect(Collectors.joining(" OR "));
    String replaced = replaced(connection, table, insert + columns("", key));
    List<String> statements = new ArrayList<>(stop(table));
    if (!replaced.isEmpty()) {
      statements.add(trigger(table, "before_insert", "BEFORE INSERT", replaced));
      statements.add(trigger(table, "before_update", "BEFORE UPDATE", replaced));
    }
    statements.add(trigger(table, "insert", "AFTER INSERT", newKey + ";"));
    statements.add(
        trigger(
            table, "update", "AFTER UPDATE", oldKey + "; " + newKey + " WHERE " + changed + ";"));
    statements.add(trigger(table, "delete", "AFTER DELETE", oldKey + ";"));
    return statements;
  }

  private static String columns(String row, List<String> names) {
    return names.stream().map(name -> row + quoted(name)).collect(Collectors.joining(", "));
  }

  /** Returns statements that record the rows with the new row's values of a unique key. */
  private static String replaced(Connection connection, String table, String selectKeys)
      throws SQLException {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(UNIQUE_INDEXES)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String column = quoted(row.getString(2));
          conditions
              .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
              .add("%1$s = NEW.%1$s COLLATE %2$s".formatted(column, quoted(row.getString(3))));
        }
      }
    }
    return conditions.values().stream()
        .distinct()
        .map(
            equal ->
                "%s FROM %s WHERE %s;"
                    .formatted(selectKeys, quoted(table), String.join(" AND ", equal)))
        .collect(Collectors.joining(" "));
  }

  @Override
  public List<String> stop(String table) {
    List<String> statements = new ArrayList<>();
    for (String event : List.of("before_insert", "before_update", "insert", "update", "delete")) {
      statements.add(drop(CAPTURE_PREFIX, table, event));
    }
    return statements;
  }

  @Override
  public List<String> seal(String table) {
    List<String> statements = new ArrayList<>();
    for (String event : EVENTS) {
      statements.add(
          "CREATE TRIGGER IF NOT EXISTS %s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, '%s'); END"
              .formatted(name(SEAL_PREFIX, table, event), event, quoted(table), SEALED));
    }
    return statements;
  }

  @Override
  public List<String> unseal(String table) {
    return EVENTS.stream().map(event -> drop(SEAL_PREFIX, table, event)).toList();
  }

  private static String trigger(String table, String suffix, String event, String body) {
    return "CREATE TRIGGER %s %s ON %s BEGIN %s END"
        .formatted(name(CAPTURE_PREFIX, table, suffix), event, quoted(table), body);
  }

  private static String drop(String prefix, String table, String suffix) {
    return "DROP TRIGGER IF EXISTS " + name(prefix, table, suffix);
  }

  /** Triggers of all tables share their names. */
  private static String name(String prefix, String table, String suffix) {
    return quoted(prefix + "_" + suffix + "_" + table);
  }
}
