package dev.taskstore.liquibase.sqlite.random;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema of PostgreSQL. */
final class PostgresTarget extends Target {

  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        pg_get_expr(d.adbin, d.adrelid), row_number() OVER (PARTITION BY c.relname ORDER BY a.attnum)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
        AND NOT a.attisdropped
      ORDER BY c.relname, a.attnum
      """;

  private static final String CONSTRAINTS =
      """
      SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' ELSE 'FOREIGN_KEY' END
        || ' ' || c.relname || ' ' || k.conname || '['
        || (SELECT string_agg(a.attname, ', ' ORDER BY u.position) FROM unnest(k.conkey) WITH
            ORDINALITY u (number, position) JOIN pg_attribute a ON a.attrelid = c.oid
            AND a.attnum = u.number)
        || ']' || coalesce((SELECT relname FROM pg_class WHERE oid = nullif(k.confrelid, 0)), '')
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype IN ('p', 'u', 'f') AND c.relnamespace = 'public'::regnamespace
      """;

  private static final String INDEXES =
      """
      SELECT 'index ' || t.relname || ' ' || i.relname || '[' || (SELECT string_agg(
        pg_get_indexdef(i.oid, n, false), ', ' ORDER BY n)
        FROM generate_series(1, x.indnkeyatts) n) || ']'
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
      WHERE t.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k
        WHERE k.conindid = i.oid AND k.contype IN ('p', 'u'))
      """;

  private record Column(String table, String name, String type) {}

  PostgresTarget(Connection connection) {
    super(connection);
  }

  void empty() throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE");
      statement.execute("CREATE SCHEMA public");
    }
    connection().commit();
  }

  @Override
  String insert(Step.Row row) {
    return "INSERT INTO "
        + row.table()
        + " ("
        + Names.quoteAll(row.values().keySet())
        + ") VALUES ("
        + row.values().values().stream()
            .map(value -> value.equals("NULL") ? value : Names.string(value))
            .collect(Collectors.joining(", "))
        + ")";
  }

  @Override
  List<String> state() throws SQLException {
    List<String> state = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(COLUMNS)) {
      while (result.next()) {
        Column column = new Column(result.getString(1), result.getString(2), result.getString(3));
        columns.add(column);
        String expression = result.getString(5);
        state.add(
            String.format(
                Locale.ROOT,
                "column %s %02d %s %s %s %s",
                column.table(),
                result.getInt(6),
                column.name(),
                ColumnType.of(column.type(), false),
                result.getBoolean(4) ? "not null" : "null",
                expression == null
                    ? "-"
                    : standard(
                        query("SELECT (" + expression + ")::" + column.type() + "::text").get(0))));
      }
    }
    state.addAll(query(CONSTRAINTS));
    state.addAll(query(INDEXES));
    for (String table : columns.stream().map(Column::table).distinct().toList()) {
      rows(state, table, columns.stream().filter(c -> c.table().equals(table)).toList());
    }
    state.sort(null);
    return state;
  }

  private void rows(List<String> state, String table, List<Column> columns) throws SQLException {
    String names =
        columns.stream()
            .map(column -> Names.quote(column.name()) + "::text")
            .collect(Collectors.joining(", "));
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + names + " FROM " + table)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder("row ").append(table);
        for (int i = 1; i <= columns.size(); i++) {
          row.append(' ').append(standard(rows.getString(i)));
        }
        state.add(row.toString());
      }
    }
  }

  private static String standard(@Nullable String text) {
    return text == null ? "NULL" : text;
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
