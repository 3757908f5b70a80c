package dev.taskstore.liquibase.sqlite.value;

import dev.taskstore.liquibase.sqlite.text.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The texts of CREATE TABLE of a database. A table that this run only prints, as {@code updateSQL}
 * does, has the text that was generated.
 */
public final class SchemaText {

  private static final String HISTORY = "databasechangeloghistory";

  /** The database is the key, so that nothing remains after it. */
  private static final Map<Database, Map<String, String>> GENERATED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private SchemaText() {}

  /**
   * Returns whether Liquibase itself owns the table. It reads and writes its values in its own
   * form.
   */
  public static boolean isOfLiquibase(Database database, String table) {
    return Set.of(
            key(database.getDatabaseChangeLogTableName()),
            key(database.getDatabaseChangeLogLockTableName()),
            HISTORY)
        .contains(key(table));
  }

  /** Keeps the text of a table that is about to be created. */
  public static void generated(Database database, String table, String createTable) {
    GENERATED
        .computeIfAbsent(database, any -> Collections.synchronizedMap(new HashMap<>()))
        .put(key(table), createTable);
  }

  /** Returns the text of CREATE TABLE, or null if the table is unknown. */
  public static @Nullable String of(Database database, String table) {
    String created = read(database.getConnection(), table);
    return created == null ? GENERATED.getOrDefault(database, Map.of()).get(key(table)) : created;
  }

  /** Returns the names of all tables, with their ASCII letters in lower case. */
  public static Set<String> tables(Database database) {
    Set<String> tables = new HashSet<>(GENERATED.getOrDefault(database, Map.of()).keySet());
    if (database.getConnection() instanceof JdbcConnection jdbc) {
      try (Statement statement = jdbc.getUnderlyingConnection().createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (rows.next()) {
          tables.add(Names.fold(rows.getString(1)));
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
    return tables;
  }

  /** Returns whether an index of its own contains a column. */
  public static boolean isIndexed(Database database, String table, String column) {
    if (!(database.getConnection() instanceof JdbcConnection jdbc)) {
      return false;
    }
    Connection underlying = jdbc.getUnderlyingConnection();
    try (PreparedStatement query =
        underlying.prepareStatement(
            "SELECT 1 FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i"
                + " WHERE i.name = ? COLLATE NOCASE")) {
      query.setString(1, table);
      query.setString(2, column);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns whether SQLite can run a statement as it is written. */
  public static boolean accepts(Database database, String sql) {
    if (!(database.getConnection() instanceof JdbcConnection jdbc)) {
      return false;
    }
    try (PreparedStatement statement = jdbc.getUnderlyingConnection().prepareStatement(sql)) {
      return !statement.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  private static UnexpectedLiquibaseException unreadable(SQLException e) {
    return new UnexpectedLiquibaseException("The schema of SQLite cannot be read", e);
  }

  private static @Nullable String read(@Nullable DatabaseConnection connection, String table) {
    if (!(connection instanceof JdbcConnection jdbc)) {
      return null;
    }
    Connection underlying = jdbc.getUnderlyingConnection();
    try (PreparedStatement query =
        underlying.prepareStatement(
            "SELECT sql FROM (SELECT 1 AS place, * FROM sqlite_temp_master UNION ALL SELECT 2, *"
                + " FROM sqlite_master) WHERE type = 'table' AND name = ? COLLATE NOCASE ORDER BY"
                + " place")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static String key(String table) {
    return table.toLowerCase(Locale.ROOT);
  }
}
