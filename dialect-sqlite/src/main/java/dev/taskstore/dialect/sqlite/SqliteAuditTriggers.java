package dev.taskstore.dialect.sqlite;

import static dev.taskstore.dialect.sqlite.SqliteTransferSupport.quoted;

import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Triggers for each row. A table with at most one row contains the actor of the write transaction
 * that is active; there is one at a time. A deferred foreign key that no row satisfies prevents the
 * commit of a transaction that has not emptied it.
 */
enum SqliteAuditTriggers implements AuditTriggers {
  INSTANCE;

  /** The text of the error, by which {@link SqliteFailures} identifies it. */
  static final String APPEND_ONLY = "The entries of the audit trail cannot be updated or deleted.";

  private static final String CONTEXT = PREFIX + "context";

  /** The number of entries is positive, so that no entry has the number -1. */
  private static final String CREATE_CONTEXT =
      "CREATE TABLE "
          + CONTEXT
          + " (id INTEGER PRIMARY KEY CHECK (id = 1), actor TEXT,"
          + " permits_changes INTEGER NOT NULL DEFAULT 0,"
          + " uncommitted INTEGER NOT NULL DEFAULT -1 REFERENCES "
          + AuditTrail.TABLE
          + " (id) DEFERRABLE INITIALLY DEFERRED) STRICT";

  /** Whole milliseconds, because SQLite measures time in these. */
  private static final String NOW =
      "CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000";

  private static final String ACTOR = "(SELECT actor FROM " + CONTEXT + ")";

  private static final String INSERT_ENTRY =
      "INSERT INTO "
          + AuditTrail.TABLE
          + " (table_name, row_key, operation, actor, changed_at, old_values, new_values,"
          + " hidden_columns) VALUES (";

  @Override
  public List<String> enable(Connection connection, List<Table> tables) {
    return List.copyOf(definitions(tables).values());
  }

  /** Returns the statements by the names of what they create. */
  private static Map<String, String> definitions(List<Table> tables) {
    Map<String, String> definitions = new LinkedHashMap<>();
    definitions.put(CONTEXT, CREATE_CONTEXT);
    String refused =
        " WHEN NOT EXISTS (SELECT 1 FROM "
            + CONTEXT
            + " WHERE permits_changes = 1) BEGIN "
            + raise();
    protect(definitions, "update", "UPDATE", refused);
    protect(definitions, "delete", "DELETE", refused);
    // REPLACE deletes a row without a trigger for the deletion.
    protect(
        definitions,
        "insert",
        "INSERT",
        " WHEN EXISTS (SELECT 1 FROM " + AuditTrail.TABLE + " WHERE id = NEW.id) BEGIN " + raise());
    for (Table table : tables) {
      SqliteAuditText text = new SqliteAuditText(table, ACTOR + ", " + NOW);
      add(definitions, table, "insert", "AFTER INSERT", "", text.insertValues());
      add(
          definitions,
          table,
          "update",
          "AFTER UPDATE",
          " WHEN " + text.isChanged(),
          text.updateValues());
      // Before the cascades of the row.
      add(definitions, table, "delete", "BEFORE DELETE", "", text.deleteValues());
    }
    return definitions;
  }

  private static String raise() {
    return "SELECT RAISE(ABORT, '" + APPEND_ONLY + "'); END";
  }

  private static void protect(
      Map<String, String> definitions, String suffix, String event, String body) {
    String name = PREFIX + "protect_" + suffix;
    definitions.put(
        name, "CREATE TRIGGER " + name + " BEFORE " + event + " ON " + AuditTrail.TABLE + body);
  }

  private static void add(
      Map<String, String> definitions,
      Table table,
      String suffix,
      String event,
      String when,
      String values) {
    String name = PREFIX + suffix + "_" + table.name();
    definitions.put(
        name,
        "CREATE TRIGGER "
            + quoted(name)
            + " "
            + event
            + " ON "
            + quoted(table.name())
            + when
            + " BEGIN "
            + INSERT_ENTRY
            + values
            + "); END");
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public List<String> disable(Connection connection, List<Table> tables) throws SQLException {
    List<String> statements = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(found(connection).keySet());
    names.addAll(definitions(tables).keySet());
    names.remove(CONTEXT);
    names.forEach(name -> statements.add("DROP TRIGGER IF EXISTS " + quoted(name)));
    statements.add("DROP TABLE IF EXISTS " + CONTEXT);
    return statements;
  }

  private static Map<String, String> found(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                    + " AND substr(name, 1, "
                    + PREFIX.length()
                    + ") = '"
                    + PREFIX
                    + "'")) {
      while (row.next()) {
        found.put(row.getString(1), row.getString(2));
      }
    }
    return found;
  }

  /** SQLite stores the text of each statement as it was written. */
  @Override
  public List<AuditDifference> differences(Connection connection, List<Table> tables)
      throws SQLException {
    Map<String, String> expected = definitions(tables);
    Map<String, String> found = found(connection);
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    List<AuditDifference> differences = new ArrayList<>();
    for (String name : names) {
      String wanted = expected.get(name);
      String present = found.get(name);
      if (!Objects.equals(wanted, present)) {
        AuditDifference.Type type =
            present == null
                ? AuditDifference.Type.MISSING
                : wanted == null ? AuditDifference.Type.EXTRA : AuditDifference.Type.CHANGED;
        differences.add(new AuditDifference(name, type));
      }
    }
    return differences;
  }

  @Override
  public boolean isEnabled(Connection connection) throws SQLException {
    return found(connection).keySet().stream().anyMatch(name -> !name.equals(CONTEXT));
  }

  @Override
  public void nameActor(Connection connection, @Nullable String actor) throws SQLException {
    if (actor == null) {
      empty(connection);
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + CONTEXT
                + " (id, actor) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET actor = excluded.actor")) {
      statement.setString(1, actor);
      statement.executeUpdate();
    }
  }

  private static void empty(Connection connection) throws SQLException {
    TransactionControl.execute(connection, "DELETE FROM " + CONTEXT);
  }

  /** The actor of the transaction remains. */
  @Override
  public void permitChanges(Connection connection, boolean permitted) throws SQLException {
    if (permitted) {
      if (isEnabled(connection)) {
        TransactionControl.execute(
            connection,
            "INSERT INTO "
                + CONTEXT
                + " (id, permits_changes) VALUES (1, 1)"
                + " ON CONFLICT (id) DO UPDATE SET permits_changes = 1");
      }
      return;
    }
    if (isEnabled(connection)) {
      TransactionControl.execute(connection, "UPDATE " + CONTEXT + " SET permits_changes = 0");
      TransactionControl.execute(connection, "DELETE FROM " + CONTEXT + " WHERE actor IS NULL");
    }
  }
}
