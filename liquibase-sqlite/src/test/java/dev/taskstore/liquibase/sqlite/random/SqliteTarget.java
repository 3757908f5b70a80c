package dev.taskstore.liquibase.sqlite.random;

import dev.taskstore.liquibase.sqlite.rebuild.Schema;
import dev.taskstore.liquibase.sqlite.text.ColumnConstraint;
import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableConstraint;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** SQLite in memory. */
final class SqliteTarget extends Target {

  SqliteTarget(Connection connection) {
    super(connection);
  }

  private TableDefinition table(String name) throws SQLException {
    try {
      return new Schema(connection()).table(name);
    } catch (DatabaseException e) {
      throw new SQLException(e);
    }
  }

  List<TableDefinition> tables() throws SQLException {
    List<TableDefinition> tables = new ArrayList<>();
    for (String name : query("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (!name.startsWith("sqlite_")) {
        tables.add(table(name));
      }
    }
    connection().commit();
    return tables;
  }

  @Override
  String insert(Step.Row row) throws SQLException {
    TableDefinition table = table(row.table());
    List<String> values = new ArrayList<>();
    for (var entry : row.values().entrySet()) {
      ColumnDefinition column = table.column(entry.getKey()).orElseThrow(SQLException::new);
      values.add(ColumnType.of(column.recordedType(), false).literal(entry.getValue()));
    }
    return "INSERT INTO "
        + row.table()
        + " ("
        + Names.quoteAll(row.values().keySet())
        + ") VALUES ("
        + String.join(", ", values)
        + ")";
  }

  @Override
  List<String> state() throws SQLException {
    List<String> state =
        new ArrayList<>(
            query(
                "SELECT 'damaged ' || integrity_check FROM"
                    + " pragma_integrity_check WHERE integrity_check <> 'ok'"));
    state.addAll(query("SELECT 'violated ' || \"table\" FROM pragma_foreign_key_check"));
    for (String name : query("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (name.startsWith("sqlite_")) {
        continue;
      }
      TableDefinition table = table(name);
      int position = 0;
      for (ColumnDefinition column : table.columns()) {
        state.add(column(table, column, ++position));
      }
      constraints(state, table);
      for (String index :
          query(
              "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name"
                  + " = "
                  + Names.string(name))) {
        state.add(
            "index "
                + name
                + " "
                + index
                + query("SELECT name FROM pragma_index_info(" + Names.string(index) + ")"));
      }
      rows(state, table);
    }
    state.sort(null);
    return state;
  }

  private String column(TableDefinition table, ColumnDefinition column, int position)
      throws SQLException {
    boolean key = table.primaryKey().stream().anyMatch(column::isNamed);
    boolean notNull = key || column.has(ColumnConstraint.Kind.NOT_NULL);
    String value = "-";
    if (column.has(ColumnConstraint.Kind.DEFAULT)) {
      String expression =
          column.find(ColumnConstraint.Kind.DEFAULT).orElseThrow().defaultExpression();
      value = standard(column, query("SELECT " + expression).get(0));
    }
    return String.format(
        Locale.ROOT,
        "column %s %02d %s %s %s %s",
        table.name(),
        position,
        column.name(),
        ColumnType.of(column.recordedType(), false),
        notNull ? "not null" : "null",
        value);
  }

  private static void constraints(List<String> state, TableDefinition table) {
    for (TableConstraint constraint : table.constraints()) {
      if (constraint.kind() != TableConstraint.Kind.CHECK) {
        state.add(
            constraint.kind()
                + " "
                + table.name()
                + " "
                + constraint.name()
                + constraint.columns()
                + (constraint.referencedTable() == null ? "" : constraint.referencedTable()));
      }
    }
    for (ColumnDefinition column : table.columns()) {
      for (ColumnConstraint constraint : column.constraints()) {
        String kind =
            switch (constraint.kind()) {
              case PRIMARY_KEY -> "PRIMARY_KEY";
              case UNIQUE -> "UNIQUE";
              case REFERENCES -> "FOREIGN_KEY";
              default -> "";
            };
        if (!kind.isEmpty()) {
          String parent = constraint.referencedTable();
          state.add(
              kind
                  + " "
                  + table.name()
                  + " "
                  + constraint.name()
                  + "["
                  + column.name()
                  + "]"
                  + (parent == null ? "" : parent));
        }
      }
    }
  }

  private void rows(List<String> state, TableDefinition table) throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> Names.quote(column.name()))
            .collect(Collectors.joining(", "));
    try (Statement statement = connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + columns + " FROM " + Names.quote(table.name()))) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder("row ").append(table.name());
        for (int i = 0; i < table.columns().size(); i++) {
          row.append(' ').append(standard(table.columns().get(i), rows.getString(i + 1)));
        }
        state.add(row.toString());
      }
    }
  }

  private static String standard(ColumnDefinition column, @Nullable String stored) {
    ColumnType type = ColumnType.of(column.recordedType(), false);
    if (stored == null) {
      return "NULL";
    }
    String name = type.toString();
    if (name.startsWith("decimal")) {
      int scale = Integer.parseInt(name.replaceAll(".*,|\\)", ""));
      return new BigDecimal(stored).movePointLeft(scale).toPlainString();
    }
    return name.equals("boolean") ? (stored.equals("1") ? "true" : "false") : stored;
  }

  private List<String> query(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(String.valueOf(result.getString(1)));
      }
    }
    return texts;
  }
}
