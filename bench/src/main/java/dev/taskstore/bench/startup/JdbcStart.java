package dev.taskstore.bench.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads the first row with plain JDBC and HikariCP. */
final class JdbcStart {

  private JdbcStart() {}

  /** Prints the title of the task with the ID in the second argument, then the footprint. */
  public static void main(String... args) throws SQLException {
    try (HikariDataSource pool = SqlitePool.open(args[0])) {
      printTitle(pool, UUID.fromString(args[1]));
      Footprint.print();
    }
  }

  private static void printTitle(HikariDataSource pool, UUID id) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, user_id, title, description, priority, status, created_at, updated_at,"
                    + " version, due_at, completed_at FROM tasks WHERE id = ?")) {
      statement.setBytes(1, bytes(id));
      try (ResultSet resultSet = statement.executeQuery()) {
        resultSet.next();
        System.out.println(resultSet.getString(3));
      }
    }
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
