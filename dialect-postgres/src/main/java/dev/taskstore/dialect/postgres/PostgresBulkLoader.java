package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.BulkLoader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Loads rows with {@code COPY ... FROM STDIN}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
enum PostgresBulkLoader implements BulkLoader {
  INSTANCE;

  @Override
  public String operationName() {
    return "COPY";
  }

  /** COPY is refused for a role to which policies of row-level security apply. */
  @Override
  public Optional<TableLoad> prepare(Connection connection, String table, List<String> columns)
      throws SQLException {
    return isRowSecurityActive(connection, table)
        ? Optional.empty()
        : Optional.of(PostgresTableLoad.of(connection, table, columns));
  }

  private static boolean isRowSecurityActive(Connection connection, String table)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT row_security_active(?::text)")) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        return !resultSet.next() || resultSet.getBoolean(1);
      }
    }
  }
}
