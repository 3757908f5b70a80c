package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.migration.ElementAspect;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Reads schemas from SQLite's pragmas, and what these do not return from the CREATE statements that
 * SQLite stores. SQLite does not support comments.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">The Schema Table</a>
 */
enum SqliteSchemaInspector implements SchemaInspector {
  INSTANCE;

  private static final String OBJECTS =
      "SELECT s.type, s.name, s.tbl_name, s.sql FROM sqlite_schema AS s"
          + " LEFT JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = s.name"
          + " WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
          + " AND coalesce(l.type, '') <> 'shadow'";

  private static final String COLUMNS =
      "SELECT name, type, \"notnull\", dflt_value FROM pragma_table_xinfo(?)";

  @Override
  public List<SchemaElement> inspect(Connection connection) throws SQLException {
    List<SchemaElement> elements = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OBJECTS)) {
      while (row.next()) {
        String name = lower(row.getString(2));
        String table = lower(row.getString(3));
        String sql = row.getString(4);
        switch (row.getString(1)) {
          case "table" -> addTable(elements, connection, name, sql);
          case "index" -> elements.add(index(table, name, SqliteTokens.of(sql)));
          case "trigger" -> elements.add(definition(ElementKind.TRIGGER, table, name, sql));
          default -> elements.add(definition(ElementKind.VIEW, name, name, sql));
        }
      }
    }
    return elements;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static SchemaElement definition(ElementKind kind, String table, String name, String sql) {
    return new SchemaElement(
        kind, table, name, Map.of(ElementAspect.DEFINITION, SqliteTokens.of(sql).toString()));
  }

  private static void addTable(
      List<SchemaElement> elements, Connection connection, String table, String sql)
      throws SQLException {
    SqliteTokens words = SqliteTokens.of(sql);
    if (words.at(1).equals("virtual")) {
      elements.add(definition(ElementKind.TABLE, table, table, sql));
      return;
    }
    SqliteTableText text = SqliteTableText.of(table, sql);
    elements.add(
        new SchemaElement(
            ElementKind.TABLE,
            table,
            table,
            text.options().isEmpty() ? Map.of() : Map.of(ElementAspect.OPTIONS, text.options())));
    elements.addAll(text.constraints());
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          elements.add(column(table, row, text));
        }
      }
    }
  }

  private static SchemaElement column(String table, ResultSet row, SqliteTableText text)
      throws SQLException {
    String name = row.getString(1);
    Map<ElementAspect, String> aspects = new EnumMap<>(ElementAspect.class);
    aspects.putAll(text.column(name));
    aspects.put(ElementAspect.TYPE, SqliteTokens.of(row.getString(2)).toString());
    aspects.put(ElementAspect.NULLABLE, row.getInt(3) == 0 ? "yes" : "no");
    String defaultValue = row.getString(4);
    if (defaultValue != null) {
      aspects.put(ElementAspect.DEFAULT, SqliteTokens.of(defaultValue).toString());
    }
    return new SchemaElement(ElementKind.COLUMN, table, lower(name), aspects);
  }

  /** Reads {@code CREATE [UNIQUE] INDEX name ON table (columns) [WHERE condition]}. */
  private static SchemaElement index(String table, String name, SqliteTokens words) {
    int open = words.indexOf("(");
    int end = words.afterParenthesis(open);
    List<String> columns =
        words.between(open + 1, end - 1).splitAtCommas().stream()
            .map(column -> column.toString().replaceFirst(" asc$", ""))
            .toList();
    Map<ElementAspect, String> aspects = new EnumMap<>(ElementAspect.class);
    aspects.put(ElementAspect.UNIQUE, words.at(1).equals("unique") ? "yes" : "no");
    aspects.put(ElementAspect.COLUMNS, "(" + String.join(", ", columns) + ")");
    if (end < words.size()) {
      aspects.put(ElementAspect.PREDICATE, words.from(end + 1).toString());
    }
    return new SchemaElement(ElementKind.INDEX, table, name, aspects);
  }

  @Override
  public ScratchDatabase openScratch(Connection connection) throws SQLException {
    SQLiteConfig configuration = new SQLiteConfig();
    configuration.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(configuration);
    dataSource.setUrl(SqliteLocation.PREFIX + ":memory:");
    Connection scratch = dataSource.getConnection();
    return new ScratchDatabase() {
      @Override
      public Connection connection() {
        return scratch;
      }

      @Override
      public void close() throws SQLException {
        scratch.close();
      }
    };
  }
}
