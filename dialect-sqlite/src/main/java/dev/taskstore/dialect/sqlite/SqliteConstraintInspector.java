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

  private static final String UNIQUE_KEYS =
      "SELECT list.seq, info.name FROM pragma_index_list(?) AS list,"
          + " pragma_index_info(list.name) AS info"
          + " WHERE list.\"unique\" = 1 AND list.partial = 0"
          + " ORDER BY list.seq DESC, info.seqno";

  private static final String FOREIGN_KEYS =
      "SELECT id, \"from\" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq";

  private static final String COLUMNS = "SELECT 0, name FROM pragma_table_info(?) ORDER BY cid";

  private static final String TEXT = "SELECT sql FROM sqlite_schema WHERE name = ?";

  private static final Pattern FOREIGN_KEY =
      Pattern.compile("\\bFOREIGN\\s+KEY\\s*\\(", Pattern.CASE_INSENSITIVE);

  @Override
  public List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
    return columnsByKey(connection, UNIQUE_KEYS, table);
  }

  /**
   * ADD COLUMN writes its foreign key into the text of the table, before the constraints of the
   * table, which are older. Such a column is behind the columns of these constraints.
   */
  @Override
  public List<List<String>> foreignKeys(Connection connection, String table) throws SQLException {
    List<List<String>> written = columnsByKey(connection, FOREIGN_KEYS, table);
    int ofColumns = Math.max(0, written.size() - constraintsOf(connection, table));
    if (ofColumns == 0 || ofColumns == written.size()) {
      return written;
    }
    List<String> columns = columnsByKey(connection, COLUMNS, table).get(0);
    int last =
        written.subList(ofColumns, written.size()).stream()
            .flatMap(List::stream)
            .mapToInt(columns::indexOf)
            .max()
            .orElse(0);
    List<List<String>> declared = new ArrayList<>(written);
    List<List<String>> added =
        written.subList(0, ofColumns).stream()
            .filter(key -> columns.indexOf(key.get(0)) > last)
            .toList();
    declared.removeAll(added);
    declared.addAll(added);
    return List.copyOf(declared);
  }

  /** Returns how many foreign keys are constraints of the table, not of a column. */
  private static int constraintsOf(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TEXT)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        String text = row.next() ? row.getString(1) : "";
        return (int) FOREIGN_KEY.matcher(text).results().count();
      }
    }
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
