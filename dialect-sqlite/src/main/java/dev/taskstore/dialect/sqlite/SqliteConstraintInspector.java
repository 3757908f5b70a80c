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

/**
 * SQLite checks the newest unique index first, and does not report the names of foreign keys. Its
 * pragmas list both in reverse order of creation.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_index_list">PRAGMA index_list</a>
 */
enum SqliteConstraintInspector implements ConstraintInspector {
  INSTANCE;

  private static final String UNIQUE_KEYS =
      "SELECT list.seq, info.name FROM pragma_index_list(?) AS list,"
          + " pragma_index_info(list.name) AS info"
          + " WHERE list.\"unique\" = 1 AND list.partial = 0"
          + " ORDER BY list.seq DESC, info.seqno";

  private static final String FOREIGN_KEYS =
      "SELECT id, \"from\" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq";

  @Override
  public List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
    return columnsByKey(connection, UNIQUE_KEYS, table);
  }

  @Override
  public List<List<String>> foreignKeys(Connection connection, String table) throws SQLException {
    return columnsByKey(connection, FOREIGN_KEYS, table);
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
