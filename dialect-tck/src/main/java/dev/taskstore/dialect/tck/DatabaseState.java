package dev.taskstore.dialect.tck;

import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The structure and all rows of a database, without the tables of Liquibase and of the library. */
final class DatabaseState {

  private static final Set<String> RECORDS =
      Set.of("databasechangelog", "databasechangeloglock", "taskstore_schema_state");

  private final Set<SchemaElement> structure;
  private final Map<String, List<Map<String, Object>>> rows;

  private DatabaseState(Set<SchemaElement> structure, Map<String, List<Map<String, Object>>> rows) {
    this.structure = structure;
    this.rows = rows;
  }

  static DatabaseState read(Connection connection, SchemaInspector inspector) throws SQLException {
    Set<SchemaElement> structure = new HashSet<>();
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    for (SchemaElement element : inspector.inspect(connection)) {
      if (!RECORDS.contains(element.table())) {
        structure.add(element);
        if (element.kind() == ElementKind.TABLE) {
          rows.put(element.name(), rows(connection, element.name()));
        }
      }
    }
    return new DatabaseState(structure, rows);
  }

  private static List<Map<String, Object>> rows(Connection connection, String table)
      throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet resultSet = statement.executeQuery("SELECT * FROM " + quoted(table))) {
      while (resultSet.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= resultSet.getMetaData().getColumnCount(); i++) {
          row.put(resultSet.getMetaData().getColumnName(i), resultSet.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  Set<SchemaElement> structure() {
    return structure;
  }

  Set<String> tables() {
    return rows.keySet();
  }

  /** Returns the tables without rows. */
  Set<String> emptyTables() {
    Set<String> empty = new TreeSet<>();
    rows.forEach(
        (table, content) -> {
          if (content.isEmpty()) {
            empty.add(table);
          }
        });
    return empty;
  }

  /**
   * Returns the rows as text in a fixed order, restricted to the tables and columns that another
   * state also has.
   */
  Map<String, List<String>> rowsSharedWith(DatabaseState other) {
    Map<String, List<String>> shared = new TreeMap<>();
    rows.forEach(
        (table, content) -> {
          if (other.rows.containsKey(table)) {
            Set<String> columns = columns(table);
            columns.retainAll(other.columns(table));
            shared.put(table, content.stream().map(row -> text(row, columns)).sorted().toList());
          }
        });
    return shared;
  }

  /**
   * Returns the rows of another state that are missing here. A row is present if it has the same
   * values in the columns that both states have; a null of the other state may have become a value.
   */
  List<String> missingRowsOf(DatabaseState other) {
    List<String> missing = new ArrayList<>();
    other.rows.forEach(
        (table, content) -> {
          Set<String> shared = other.columns(table);
          shared.retainAll(columns(table));
          for (Map<String, Object> row : content) {
            Set<String> known = new TreeSet<>(shared);
            known.removeIf(column -> row.get(column) == null);
            String expected = text(row, known);
            if (rows.getOrDefault(table, List.of()).stream()
                .noneMatch(now -> text(now, known).equals(expected))) {
              missing.add(table + ": " + expected);
            }
          }
        });
    return missing;
  }

  private Set<String> columns(String table) {
    Set<String> columns = new TreeSet<>();
    for (SchemaElement element : structure) {
      if (element.kind() == ElementKind.COLUMN && element.table().equals(table)) {
        columns.add(element.name());
      }
    }
    return columns;
  }

  private static String text(Map<String, Object> row, Set<String> columns) {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      Object value = row.get(column);
      text.append(column).append('=');
      text.append(value instanceof byte[] bytes ? Arrays.toString(bytes) : Objects.toString(value));
      text.append(' ');
    }
    return text.toString();
  }

  /** Inserts the rows of a table into an empty table. */
  void restore(Connection connection, String table) throws SQLException {
    for (Map<String, Object> row : rows.getOrDefault(table, List.of())) {
      String sql =
          "INSERT INTO "
              + quoted(table)
              + " ("
              + row.keySet().stream().map(DatabaseState::quoted).collect(Collectors.joining(", "))
              + ") VALUES ("
              + String.join(", ", Collections.nCopies(row.size(), "?"))
              + ")";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int parameter = 1;
        for (Object value : row.values()) {
          statement.setObject(parameter++, value);
        }
        statement.executeUpdate();
      }
    }
  }
}
