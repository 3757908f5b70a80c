package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableLoader;
import dev.taskstore.transfer.rows.TableReader;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and what renders SQL for it. Not thread-safe.
 *
 * <p>The connection is that of the pool: the library's guard would run every access to a value
 * through reflection.
 */
final class Access {

  private final Database database;
  private final Connection connection;
  private final DSLContext dsl;
  private final Dialect dialect;
  private final Map<String, Integer> fetchSizes = new HashMap<>();

  private Access(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.dsl = database.dsl();
    this.dialect = database.dialect();
  }

  /** Returns the access on the connection of a callback of jOOQ. */
  static Access of(Database database, Connection guarded) throws SQLException {
    return new Access(database, guarded.unwrap(DefaultConnection.class).getDelegate());
  }

  /** Returns the exception to throw for an exception of the driver. */
  RuntimeException translate(SQLException exception) {
    return database.translate(exception);
  }

  Connection connection() {
    return connection;
  }

  DSLContext dsl() {
    return dsl;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Runs a statement and returns the number of rows that it changed, or 0. */
  int execute(String sql, @Nullable Object... parameters) throws SQLException {
    if (parameters.length == 0) {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql) ? 0 : Math.max(0, statement.getUpdateCount());
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** Returns the number that a query selects. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Returns the number of rows of a table. */
  long count(TableShape table) throws SQLException {
    return number("SELECT count(*) FROM " + name(table));
  }

  boolean isEmpty(TableShape table) throws SQLException {
    String sql = dsl.renderInlined(DSL.selectOne().from(table.table()).limit(1));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return !row.next();
    }
  }

  /** Returns whether the current schema has a table. */
  boolean hasTable(String table) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String escape = metaData.getSearchStringEscape();
    String pattern = table.replace("_", escape + "_");
    try (ResultSet tables =
        metaData.getTables(
            connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE"})) {
      while (tables.next()) {
        if (table.equals(tables.getString("TABLE_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Returns the name of a table, quoted for SQL. */
  String name(TableShape table) {
    return dsl.render(table.table());
  }

  /** Returns a name, quoted for SQL. */
  String quoted(String name) {
    return dsl.render(DSL.name(name));
  }

  /** Reads the rows of a table in key order. The caller closes the result. */
  Rows read(TableShape table) {
    return read(table, DSL.noCondition());
  }

  /** Reads some rows of a table in key order. The caller closes the result. */
  Rows read(TableShape table, Condition condition) {
    try {
      Integer fetchSize = fetchSizes.get(table.name());
      if (fetchSize == null) {
        fetchSize = TableReader.fetchSize(connection, dsl, dialect, table);
        fetchSizes.put(table.name(), fetchSize);
      }
      return new Rows(
          this, TableReader.open(connection, dsl, dialect, table, condition, fetchSize));
    } catch (SQLException e) {
      throw translate(e);
    }
  }

  /** Returns the digest of all rows of a table, if the dialect reads them in the form of bytes. */
  Optional<RowDigest> digest(TableShape table, Runnable afterEachRow) {
    try {
      return RowDigest.ofTable(connection, dsl, dialect, table, afterEachRow);
    } catch (SQLException e) {
      throw translate(e);
    }
  }

  TableLoader loader(TableShape table) {
    return new TableLoader(dsl, dialect, table);
  }
}
