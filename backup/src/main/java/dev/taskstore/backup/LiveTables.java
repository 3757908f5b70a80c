package dev.taskstore.backup;

import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The tables that a database contains, as its driver reports them. */
final class LiveTables {

  /** Tables of Liquibase, of this library, and of databases themselves. */
  private static final List<String> INTERNAL_PREFIXES =
      List.of(
          "databasechangelog",
          "taskstore_schema_state",
          "taskstore_transfer",
          "taskstore_outbox_",
          "sqlite_");

  private LiveTables() {}

  /** Returns the names of the tables of the current schema, without internal ones. */
  static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet table =
        metaData.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE", "PARTITIONED TABLE"})) {
      while (table.next()) {
        String name = table.getString("TABLE_NAME");
        String lower = name.toLowerCase(Locale.ROOT);
        if (INTERNAL_PREFIXES.stream().noneMatch(lower::startsWith)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Returns the columns that are in a table only, or in its shape only. */
  static Set<String> differentColumns(Connection connection, DSLContext dsl, TableShape shape)
      throws SQLException {
    Set<String> live = new HashSet<>();
    String sql = "SELECT * FROM " + dsl.render(shape.table()) + " WHERE 1 = 0";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet resultSet = statement.executeQuery()) {
      ResultSetMetaData metaData = resultSet.getMetaData();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        live.add(metaData.getColumnName(i));
      }
    }
    Set<String> expected = new HashSet<>(shape.columns().stream().map(TableColumn::name).toList());
    Set<String> different = new TreeSet<>(live);
    different.removeAll(expected);
    expected.removeAll(live);
    different.addAll(expected);
    return different;
  }

  /** Returns whether a table contains a row. */
  static boolean hasRows(Connection connection, DSLContext dsl, String table) throws SQLException {
    String sql = dsl.render(DSL.selectOne().from(DSL.table(DSL.name(table))).limit(DSL.inline(1)));
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }
}
