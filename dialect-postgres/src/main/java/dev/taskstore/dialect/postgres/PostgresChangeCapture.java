package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresTransferSupport.quoted;

import dev.taskstore.db.spi.ChangeCapture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Triggers in PL/pgSQL. Those of the capture run once for each statement and read its transition
 * tables, which costs a small part of what triggers for each row cost. Their function runs with the
 * privileges of its owner, because the writers need none on the outbox. All triggers also fire in
 * sessions whose {@code session_replication_role} is {@code replica}.
 */
enum PostgresChangeCapture implements ChangeCapture {
  INSTANCE;

  /** The SQLSTATE of writes to a sealed table. Classes that begin with T are not the server's. */
  static final String SEALED = "TS001";

  /** The SQLSTATE of TRUNCATE while changes are captured. */
  static final String TRUNCATE_REFUSED = "TS002";

  static final String TRUNCATE_ADVICE =
      "TRUNCATE is refused while the database is copied. Use DELETE";

  /** The server cuts off longer names. */
  private static final int LONGEST_NAME = 63;

  private static final String COLUMNS =
      """
      SELECT a.attname, format_type(a.atttypid, a.atttypmod)
        || coalesce((SELECT format(' COLLATE %I.%I', n.nspname, l.collname)
            FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
            WHERE l.oid = a.attcollation AND l.collname <> 'default'), '')
      FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relname = ? AND a.attnum > 0
        AND NOT a.attisdropped
      """;

  @Override
  public String createOutbox(Connection connection, String table, List<String> key, String outbox)
      throws SQLException {
    Map<String, String> types = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          types.put(row.getString(1), row.getString(2));
        }
      }
    }
    List<String> columns = new ArrayList<>();
    columns.add(quoted(SEQUENCE) + " bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY");
    for (String column : key) {
      columns.add(quoted(column) + " " + types.get(column));
    }
    return "CREATE TABLE IF NOT EXISTS " + quoted(outbox) + " (" + String.join(", ", columns) + ")";
  }

  @Override
  public List<String> start(Connection connection, String table, List<String> key, String outbox)
      throws SQLException {
    String columns =
        key.stream().map(PostgresTransferSupport::quoted).collect(Collectors.joining(", "));
    String insert =
        "INSERT INTO %s.%s (%s) SELECT %s FROM "
            .formatted(
                quoted(PostgresTransferSupport.currentSchema(connection)),
                quoted(outbox),
                columns,
                columns);
    String function = function(CAPTURE_PREFIX, table);
    List<String> statements = new ArrayList<>();
    statements.add(
        createFunction(
            function,
            """
             SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $taskstore$
            BEGIN
              IF TG_OP = 'INSERT' THEN
                %1$s new_rows;
              ELSIF TG_OP = 'DELETE' THEN
                %1$s old_rows;
              ELSIF TG_OP = 'UPDATE' THEN
                %1$s old_rows UNION SELECT %2$s FROM new_rows;
              ELSE
                RAISE EXCEPTION '%3$s' USING ERRCODE = '%4$s';
              END IF;
              RETURN NULL;
            END
            $taskstore$"""
                .formatted(insert, columns, TRUNCATE_ADVICE, TRUNCATE_REFUSED)));
    String oldRows = "OLD TABLE AS old_rows";
    String newRows = "NEW TABLE AS new_rows";
    for (String[] trigger :
        new String[][] {
          {"_insert", "AFTER INSERT", "REFERENCING " + newRows},
          {"_update", "AFTER UPDATE", "REFERENCING " + oldRows + " " + newRows},
          {"_delete", "AFTER DELETE", "REFERENCING " + oldRows},
          {"_truncate", "BEFORE TRUNCATE", ""}
        }) {
      addTrigger(
          statements,
          table,
          CAPTURE_PREFIX + trigger[0],
          trigger[1],
          trigger[2] + " FOR EACH STATEMENT",
          function);
    }
    return statements;
  }

  @Override
  public List<String> stop(String table) {
    List<String> statements = new ArrayList<>();
    for (String suffix : List.of("_insert", "_update", "_delete", "_truncate")) {
      statements.add(dropTrigger(table, CAPTURE_PREFIX + suffix));
    }
    statements.add(dropFunction(CAPTURE_PREFIX, table));
    return statements;
  }

  @Override
  public List<String> seal(String table) {
    String function = function(SEAL_PREFIX, table);
    List<String> statements = new ArrayList<>();
    statements.add(
        createFunction(
            function,
            """
             AS $taskstore$
            BEGIN
              RAISE EXCEPTION 'The database is sealed: its contents were copied to another database. Connect to the new database.'
                USING ERRCODE = '%s';
            END
            $taskstore$"""
                .formatted(SEALED)));
    addTrigger(
        statements,
        table,
        SEAL_PREFIX,
        "BEFORE INSERT OR UPDATE OR DELETE",
        "FOR EACH ROW",
        function);
    addTrigger(
        statements,
        table,
        SEAL_PREFIX + "_truncate",
        "BEFORE TRUNCATE",
        "FOR EACH STATEMENT",
        function);
    return statements;
  }

  @Override
  public List<String> unseal(String table) {
    return List.of(
        dropTrigger(table, SEAL_PREFIX),
        dropTrigger(table, SEAL_PREFIX + "_truncate"),
        dropFunction(SEAL_PREFIX, table));
  }

  private static String createFunction(String function, String attributesAndBody) {
    return "CREATE OR REPLACE FUNCTION "
        + function
        + "() RETURNS trigger LANGUAGE plpgsql"
        + attributesAndBody;
  }

  private static void addTrigger(
      List<String> statements,
      String table,
      String name,
      String event,
      String options,
      String function) {
    statements.add(
        "CREATE OR REPLACE TRIGGER %s %s ON %s %s EXECUTE FUNCTION %s()"
            .formatted(quoted(name), event, quoted(table), options, function));
    statements.add(
        "ALTER TABLE %s ENABLE ALWAYS TRIGGER %s".formatted(quoted(table), quoted(name)));
  }

  private static String dropTrigger(String table, String name) {
    return "DROP TRIGGER IF EXISTS %s ON %s".formatted(quoted(name), quoted(table));
  }

  private static String dropFunction(String prefix, String table) {
    return "DROP FUNCTION IF EXISTS " + function(prefix, table) + "()";
  }

  /** Returns the name of the function of a table; functions of a schema share their names. */
  private static String function(String prefix, String table) {
    String name = prefix + "_" + table;
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return quoted(
        prefix.length() + 1 + bytes.length <= LONGEST_NAME
            ? name
            : prefix + "_" + UUID.nameUUIDFromBytes(bytes));
  }
}
