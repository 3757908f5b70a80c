package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jooq.Named;
import org.jspecify.annotations.Nullable;

/** The names and types of declared tables and columns in the catalog of a connection. */
final class PostgresCatalogNames {

  private static final Set<String> COMPARABLE =
      Set.of("uuid", "bigint", "integer", "smallint", "text", "character varying");

  /** The type without a length: a cast to a length would shorten a principal. */
  private static final String TYPE =
      """
      SELECT format_type(a.atttypid, NULL) FROM pg_attribute a
      WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
      """;

  private static final String SCHEMA =
      "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.oid = to_regclass(?)";

  private final Connection connection;

  PostgresCatalogNames(Connection connection) {
    this.connection = connection;
  }

  static String quoted(Named named) {
    return PostgresTransferSupport.quoted(named.getName());
  }

  /** Returns the type of a column of principals, whose text the library and the server compare. */
  String principalType(Named table, Named column) throws SQLException {
    String type = typeOf(table, column);
    if (COMPARABLE.contains(type)) {
      return type;
    }
    throw new InvalidArgumentException(
        "The owner column "
            + table.getName()
            + "."
            + column.getName()
            + " has the type "
            + type
            + ". Row-level security compares UUIDs, integers and texts; use such a column.",
        FailureContext.of(table.getName(), column.getName()));
  }

  String typeOf(Named table, Named column) throws SQLException {
    String type = first(TYPE, quoted(table), column.getName());
    if (type == null) {
      throw missing(
          "The column " + table.getName() + "." + column.getName(),
          FailureContext.of(table.getName(), column.getName()));
    }
    return type;
  }

  /** Returns the quoted name of a table with its schema. */
  String qualified(Named table) throws SQLException {
    String schema = first(SCHEMA, quoted(table));
    if (schema == null) {
      throw missing("The table " + table.getName(), FailureContext.of(table.getName()));
    }
    return PostgresTransferSupport.quoted(schema) + "." + quoted(table);
  }

  private @Nullable String first(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static SchemaOutOfDateException missing(String what, FailureContext where) {
    return new SchemaOutOfDateException(
        what + " of the declaration does not exist. Migrate the database.", where, null);
  }
}
