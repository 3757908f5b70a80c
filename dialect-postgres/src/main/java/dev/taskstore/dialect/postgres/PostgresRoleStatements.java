package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.db.spi.RoleStatements;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of roles, for the current database and the first schema of the path.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
enum PostgresRoleStatements implements RoleStatements {
  INSTANCE;

  /** The server truncates longer names. */
  private static final int MAXIMUM_LENGTH = 63;

  /** In the place of a role, these words have a meaning of their own, also with quotes. */
  private static final Set<String> WORDS = Set.of("public", "none");

  private static final String ROWS = "SELECT, INSERT, UPDATE, DELETE";

  @Override
  public RolePrivileges privileges(
      Connection connection, String owner, String application, Tables tables) throws SQLException {
    requireName(owner);
    requireName(application);
    if (owner.equals(application)) {
      throw refused("The owner and the application must be two roles, not " + owner + " twice.");
    }
    String own = PostgresTransferSupport.quoted(owner);
    String app = PostgresTransferSupport.quoted(application);
    String schema = PostgresTransferSupport.quoted(currentSchema(connection));
    String database = PostgresTransferSupport.quoted(currentDatabase(connection));
    return new RolePrivileges(
        owner,
        application,
        beforeMigration(database, schema, own, app),
        afterMigration(schema, own, app, tables));
  }

  /** Until version 15, PUBLIC could create tables in the schema public. */
  private static List<String> beforeMigration(
      String database, String schema, String owner, String application) {
    return List.of(
        "GRANT CONNECT ON DATABASE " + database + " TO " + owner + ", " + application,
        "REVOKE CREATE ON SCHEMA " + schema + " FROM PUBLIC, " + application,
        "GRANT USAGE, CREATE ON SCHEMA " + schema + " TO " + owner,
        "GRANT USAGE ON SCHEMA " + schema + " TO " + application);
  }

  /** TRUNCATE ignores row-level security, and triggers of others run with an owner's rights. */
  private static List<String> afterMigration(
      String schema, String owner, String application, Tables tables) {
    List<String> statements = new ArrayList<>();
    String all =
        list(
            schema,
            Stream.of(tables.rows(), tables.history(), tables.hidden())
                .flatMap(List::stream)
                .toList());
    statements.add("REVOKE TRUNCATE, REFERENCES, TRIGGER ON " + all + " FROM " + application);
    statements.add(
        "REVOKE INSERT, UPDATE, DELETE ON "
            + list(
                schema, Stream.concat(tables.history().stream(), tables.hidden().stream()).toList())
            + " FROM "
            + application);
    statements.add("GRANT " + ROWS + " ON " + list(schema, tables.rows()) + " TO " + application);
    statements.add("GRANT SELECT ON " + list(schema, tables.history()) + " TO " + application);
    statements.add(
        "ALTER DEFAULT PRIVILEGES FOR ROLE "
            + owner
            + " IN SCHEMA "
            + schema
            + " GRANT "
            + ROWS
            + " ON TABLES TO "
            + application);
    return statements;
  }

  private static String list(String schema, List<String> tables) {
    return tables.stream()
        .map(table -> schema + "." + PostgresTransferSupport.quoted(table))
        .collect(Collectors.joining(", "));
  }

  private static void requireName(String role) {
    int length = role.getBytes(StandardCharsets.UTF_8).length;
    if (role.isBlank() || length > MAXIMUM_LENGTH || role.indexOf('\0') >= 0) {
      throw refused("The name of a role must have 1 to " + MAXIMUM_LENGTH + " bytes in UTF-8.");
    } else if (WORDS.contains(role)) {
      throw refused("The server reserves the name " + role + ". Name a role that exists.");
    }
  }

  private static InvalidArgumentException refused(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }

  /** Without USAGE on it, a schema is not in the path. */
  private static String currentSchema(Connection connection) throws SQLException {
    String schema = text(connection, "SELECT current_schema()");
    if (schema == null) {
      throw refused(
          "The search path of the connection contains no schema that its role may use. Connect with"
              + " the role that owns the tables, or set currentSchema in the URL.");
    }
    return schema;
  }

  private static String currentDatabase(Connection connection) throws SQLException {
    return Objects.requireNonNull(text(connection, "SELECT current_database()"), "database");
  }

  private static @Nullable String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
