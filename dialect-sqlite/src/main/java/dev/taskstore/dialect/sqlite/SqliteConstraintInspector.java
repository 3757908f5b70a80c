package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.ConstraintInspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * SQLite checks the newest unique index first, and does not report the names of foreign keys. Its
 * pragmas list both in reverse order of creation.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_index_list">PRAGMA index_list</a>
 */
enum SqliteConstraintInspector implements ConstraintInspector {
  INSTANCE;

  /** A primary key that is the number of the row has no index. */
  private static final String UNIQUE_KEYS =
      "SELECT 2147483647 AS seq, name, 0 AS seqno FROM pragma_table_info(?1)"
          + " WHERE pk = 1 AND NOT EXISTS"
          + " (SELECT 1 FROM pragma_index_list(?1) AS list WHERE list.origin = 'pk')"
          + " UNION ALL SELECT list.seq, info.name, info.seqno FROM pragma_index_list(?1) AS list,"
          + " pragma_index_info(list.name) AS info"
          + " WHERE list.\"unique\" = 1 AND list.partial = 0"
          + " ORDER BY seq DESC, seqno";

  private static final String FOREIGN_KEYS =
      "SELECT id, \"from\" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq";

  private static final String DELETE_ACTIONS =
      "SELECT id, \"from\", on_delete FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq";

  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid";

  private static final String COLUMNS = "SELECT 0, name FROM pragma_table_info(?) ORDER BY cid";

  private static final String DEFINITION =
      "SELECT 0, sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE";

  /** Quoted texts, names and comments, which are skipped, or a foreign key that is no column's. */
  private static final Pattern FOREIGN_KEY =
      Pattern.compile(
          "'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+]|--[^\\n]*+|/\\*.*?\\*/"
              + "|\\b(foreign\\s+key)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
    return columnsByKey(connection, UNIQUE_KEYS, table);
  }

  /**
   * {@code ALTER TABLE ... ADD COLUMN} writes the foreign key of the new column before those of the
   * table, which are older.
   */
  @Override
  public List<List<String>> foreignKeys(Connection connection, String table) throws SQLException {
    List<List<String>> written = columnsByKey(connection, FOREIGN_KEYS, table);
    int ofColumns = written.size() - foreignKeysOfTable(connection, table);
    if (ofColumns <= 0 || ofColumns == written.size()) {
      return written;
    }
    List<String> columns = columnsByKey(connection, COLUMNS, table).get(0);
    int last =
        written.subList(ofColumns, written.size()).stream()
            .flatMap(List::stream)
            .mapToInt(columns::indexOf)
            .max()
            .orElseThrow();
    List<List<String>> created = new ArrayList<>(written);
    List<List<String>> added =
        written.subList(0, ofColumns).stream()
            .filter(key -> columns.indexOf(key.get(0)) > last)
            .toList();
    created.removeAll(added);
    created.addAll(added);
    return List.copyOf(created);
  }

  @Override
  public Map<List<String>, DeleteAction> deleteActions(Connection connection, String table)
      throws SQLException {
    Map<Integer, List<String>> columns = new LinkedHashMap<>();
    Map<Integer, DeleteAction> actions = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(DELETE_ACTIONS)) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        while (resultSet.next()) {
          int key = resultSet.getInt(1);
          columns.computeIfAbsent(key, any -> new ArrayList<>()).add(resultSet.getString(2));
          actions.put(key, action(resultSet.getString(3)));
        }
      }
    }
    Map<List<String>, DeleteAction> byColumns = new LinkedHashMap<>();
    // Of several keys of the same columns, the strictest.
    columns.forEach(
        (key, names) ->
            byColumns.merge(
                names, actions.get(key), (one, other) -> one.compareTo(other) < 0 ? one : other));
    return byColumns;
  }

  private static DeleteAction action(String onDelete) {
    return switch (onDelete) {
      case "CASCADE" -> DeleteAction.DELETE;
      case "SET NULL", "SET DEFAULT" -> DeleteAction.CHANGE;
      default -> DeleteAction.REFUSE;
    };
  }

  /** A table that is rebuilt for a new foreign key becomes the newest one. */
  @Override
  public List<String> tables(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet resultSet = statement.executeQuery()) {
      List<String> names = new ArrayList<>();
      while (resultSet.next()) {
        names.add(resultSet.getString(1));
      }
      return names;
    }
  }

  private static int foreignKeysOfTable(Connection connection, String table) throws SQLException {
    List<List<String>> definition = columnsByKey(connection, DEFINITION, table);
    return definition.isEmpty()
        ? 0
        : (int)
            FOREIGN_KEY
                .matcher(definition.get(0).get(0))
                .results()
                .filter(match -> match.group(1) != null)
                .count();
  }

  private static List<List<String>> columnsByKey(Connection connection, String sql, String table)
      throws SQLException {
    Map<Integer, List<String>> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        while (resultSet.next()) {
          columns
              .computeIfAbsent(resultSet.getInt(1), key -> new ArrayList<>())
              .add(resultSet.getString(2));
        }
      }
    }
    return List.copyOf(columns.values());
  }
}
