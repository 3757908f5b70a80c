package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresTransferSupport.quoted;

import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.spi.AuditTriggers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Triggers in PL/pgSQL. Inserts are recorded once for each statement from its transition table,
 * because bulk loads insert; updates and deletes for each row, which pairs the old row with the new
 * one and keeps the order of cascades. The functions run with the privileges of their owner, so
 * that writers need none on the table of the entries, and a fixed search path.
 */
enum PostgresAuditTriggers implements AuditTriggers {
  INSTANCE;

  /** The SQLSTATE of changes of entries. Classes that begin with T are not the server's. */
  static final String APPEND_ONLY = "TS003";

  private static final String ACTOR = "taskstore.actor";

  private static final String PERMITTED = "taskstore.audit_changes";

  private static final String PROTECT = PREFIX + "protect";

  private static final String ATTRIBUTES =
      " SECURITY DEFINER SET search_path = pg_catalog, pg_temp";

  /** The server cuts off longer names. */
  private static final int LONGEST_NAME = 63;

  /**
   * {@code pg_trigger.tgtype}: for each row 1, before 2, insert 4, delete 8, update 16, truncate
   * 32.
   */
  private record Event(String suffix, String time, String options, int type, String transition) {

    String trigger(String prefix) {
      return prefix + suffix;
    }
  }

  private static final List<Event> EVENTS =
      List.of(
          new Event(
              "insert",
              "AFTER INSERT",
              "REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT",
              4,
              "new_rows"),
          new Event("update", "AFTER UPDATE", "FOR EACH ROW", 17, ""),
          new Event("delete", "AFTER DELETE", "FOR EACH ROW", 9, ""),
          new Event("truncate", "BEFORE TRUNCATE", "FOR EACH STATEMENT", 34, ""));

  private static final List<Event> PROTECTION =
      List.of(
          new Event("_rows", "BEFORE UPDATE OR DELETE", "FOR EACH ROW", 27, ""),
          new Event("_truncate", "BEFORE TRUNCATE", "FOR EACH STATEMENT", 34, ""));

  private static final String FOUND =
      """
      SELECT 'trigger ' || t.tgname || ' on ' || c.relname,
        concat_ws(' ', t.tgtype, t.tgenabled, t.tgnewtable, t.tgoldtable, p.proname,
          CASE WHEN t.tgqual IS NOT NULL OR t.tgattr::text <> '' THEN 'conditional' END),
        c.relname, t.tgname
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE c.relnamespace = %1$s AND NOT t.tgisinternal AND starts_with(t.tgname, '%2$s')
      UNION ALL
      SELECT 'function ' || p.proname,
        concat_ws(' ', p.prosecdef, array_to_string(p.proconfig, ','), p.prosrc), NULL, p.proname
      FROM pg_proc p
      WHERE p.pronamespace = %1$s AND starts_with(p.proname, '%2$s')
      """
          .formatted(PostgresSchemaQueries.CURRENT_SCHEMA, PREFIX);

  private record Found(String definition, @Nullable String table, String name) {}

  @Override
  public List<String> enable(Connection connection, List<Table> tables) throws SQLException {
    String schema = quoted(PostgresTransferSupport.currentSchema(connection));
    List<String> statements = new ArrayList<>();
    statements.addAll(function(schema, PROTECT, protectBody()));
    addTriggers(statements, schema, AuditTrail.TABLE, PROTECT, PROTECTION, PROTECT);
    for (Table table : tables) {
      String function = function(table.name());
      statements.addAll(function(schema, function, body(schema, table)));
      addTriggers(statements, schema, table.name(), PREFIX, EVENTS, function);
    }
    return statements;
  }

  private static String protectBody() {
    return """

        BEGIN
          IF current_setting('%s', true) IS DISTINCT FROM 'on' THEN
            %s
          END IF;
          IF TG_OP = 'DELETE' THEN
            RETURN OLD;
          END IF;
          RETURN NEW;
        END
        """
        .formatted(PERMITTED, refusal());
  }

  private static String refusal() {
    return "RAISE EXCEPTION 'The audit trail refuses the statement.' USING ERRCODE = '%s', TABLE = TG_TABLE_NAME;"
        .formatted(APPEND_ONLY);
  }

  private static String body(String schema, Table table) {
    return new PostgresAuditText(
            table,
            schema + "." + quoted(AuditTrail.TABLE),
            "nullif(current_setting('" + ACTOR + "', true), '')")
        .body(refusal());
  }

  /** Nobody else may use the function in a trigger of a table of their own. */
  private static List<String> function(String schema, String name, String body) {
    String qualified = schema + "." + quoted(name) + "()";
    return List.of(
        "CREATE OR REPLACE FUNCTION "
            + qualified
            + " RETURNS trigger LANGUAGE plpgsql"
            + ATTRIBUTES
            + " AS $taskstore$"
            + body
            + "$taskstore$",
        "REVOKE ALL ON FUNCTION " + qualified + " FROM PUBLIC");
  }

  private static void addTriggers(
      List<String> statements,
      String schema,
      String table,
      String prefix,
      List<Event> events,
      String function) {
    for (Event event : events) {
      statements.add(
          "CREATE TRIGGER %s %s ON %s.%s %s EXECUTE FUNCTION %s.%s()"
              .formatted(
                  quoted(event.trigger(prefix)),
                  event.time(),
                  schema,
                  quoted(table),
                  event.options(),
                  schema,
                  quoted(function)));
    }
  }

  /** Returns the name of the function of a table; functions of a schema share their names. */
  private static String function(String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    String name = PREFIX + "of_" + table;
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
        ? name
        : PREFIX + "of_" + UUID.nameUUIDFromBytes(bytes);
  }

  /** Includes the triggers of an earlier declaration. */
  @Override
  public List<String> disable(Connection connection, List<Table> tables) throws SQLException {
    String schema = quoted(PostgresTransferSupport.currentSchema(connection));
    TreeSet<String> triggers = new TreeSet<>();
    TreeSet<String> functions = new TreeSet<>();
    for (Found found : found(connection).values()) {
      if (found.table() == null) {
        functions.add(found.name());
      } else {
        triggers.add(trigger(schema, found.table(), found.name()));
      }
    }
    PROTECTION.forEach(
        event -> triggers.add(trigger(schema, AuditTrail.TABLE, event.trigger(PROTECT))));
    functions.add(PROTECT);
    for (Table table : tables) {
      EVENTS.forEach(event -> triggers.add(trigger(schema, table.name(), event.trigger(PREFIX))));
      functions.add(function(table.name()));
    }
    List<String> statements = new ArrayList<>();
    triggers.forEach(trigger -> statements.add("DROP TRIGGER IF EXISTS " + trigger));
    functions.forEach(
        function ->
            statements.add("DROP FUNCTION IF EXISTS " + schema + "." + quoted(function) + "()"));
    return statements;
  }

  private static String trigger(String schema, String table, String name) {
    return quoted(name) + " ON " + schema + "." + quoted(table);
  }

  private static Map<String, Found> found(Connection connection) throws SQLException {
    Map<String, Found> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FOUND)) {
      while (row.next()) {
        found.put(
            row.getString(1), new Found(row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return found;
  }

  @Override
  public List<AuditDifference> differences(Connection connection, List<Table> tables)
      throws SQLException {
    String schema = quoted(PostgresTransferSupport.currentSchema(connection));
    Map<String, String> expected = new TreeMap<>();
    expectFunction(expected, PROTECT, protectBody());
    expectTriggers(expected, AuditTrail.TABLE, PROTECT, PROTECTION, PROTECT);
    for (Table table : tables) {
      String function = function(table.name());
      expectFunction(expected, function, body(schema, table));
      expectTriggers(expected, table.name(), PREFIX, EVENTS, function);
    }
    Map<String, Found> found = found(connection);
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    List<AuditDifference> differences = new ArrayList<>();
    for (String name : names) {
      String wanted = expected.get(name);
      Found present = found.get(name);
      if (present == null) {
        differences.add(new AuditDifference(name, AuditDifference.Type.MISSING));
      } else if (!Objects.equals(wanted, present.definition())) {
        differences.add(
            new AuditDifference(
                name, wanted == null ? AuditDifference.Type.EXTRA : AuditDifference.Type.CHANGED));
      }
    }
    return differences;
  }

  private static void expectFunction(Map<String, String> expected, String name, String body) {
    expected.put("function " + name, "t search_path=pg_catalog, pg_temp " + body);
  }

  private static void expectTriggers(
      Map<String, String> expected,
      String table,
      String prefix,
      List<Event> events,
      String function) {
    for (Event event : events) {
      String transition = event.transition().isEmpty() ? "" : event.transition() + " ";
      expected.put(
          "trigger " + event.trigger(prefix) + " on " + table,
          event.type() + " O " + transition + function);
    }
  }

  @Override
  public boolean isEnabled(Connection connection) throws SQLException {
    return found(connection).values().stream().anyMatch(found -> found.table() != null);
  }

  /** An empty text is what a setting has after the transaction in which it was set. */
  @Override
  public void nameActor(Connection connection, @Nullable String actor) throws SQLException {
    set(connection, ACTOR, actor == null ? "" : actor);
  }

  @Override
  public void permitChanges(Connection connection, boolean permitted) throws SQLException {
    set(connection, PERMITTED, permitted ? "on" : "off");
  }

  private static void set(Connection connection, String setting, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('" + setting + "', ?, true)")) {
      statement.setString(1, value);
      statement.executeQuery().close();
    }
  }
}
