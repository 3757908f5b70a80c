package dev.taskstore.bench.transfer;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Copies PostgreSQL to a migrated SQLite file with batched inserts, in one transaction: no checks,
 * no digests, and indexes stay in place.
 */
final class InsertLoop {

  private static final int BATCH = 1_000;

  private InsertLoop() {}

  /**
   * Copies all tables.
   *
   * @param args none; the databases are in the environment
   */
  public static void main(String... args) throws SQLException {
    var source = CopyTarget.source();
    try (Connection postgres =
            DriverManager.getConnection(source.url(), source.user(), source.password());
        HikariDataSource pool = CopyTarget.target().pool();
        Connection sqlite = pool.getConnection()) {
      postgres.setAutoCommit(false);
      sqlite.setAutoCommit(false);
      for (LoopTable table : LoopTable.values()) {
        copy(table, postgres, sqlite);
      }
      sqlite.commit();
    }
  }

  private static void copy(LoopTable table, Connection postgres, Connection sqlite)
      throws SQLException {
    List<LoopColumn> columns = table.columns();
    try (Statement statement = postgres.createStatement();
        PreparedStatement insert = sqlite.prepareStatement(table.insert())) {
      statement.setFetchSize(BATCH);
      int batched = 0;
      try (ResultSet row = statement.executeQuery(table.select())) {
        while (row.next()) {
          for (int i = 0; i < columns.size(); i++) {
            columns.get(i).type().insert(row, i + 1, insert);
          }
          insert.addBatch();
          if (++batched == BATCH) {
            insert.executeBatch();
            batched = 0;
          }
        }
      }
      insert.executeBatch();
    }
  }
}
