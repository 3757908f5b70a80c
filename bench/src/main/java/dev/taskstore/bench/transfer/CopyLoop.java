package dev.taskstore.bench.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Copies SQLite to a migrated PostgreSQL database with COPY, in one transaction: no checks, no
 * digests, and indexes and keys stay in place.
 */
final class CopyLoop {

  private static final int BUFFER = 1 << 16;

  private CopyLoop() {}

  /**
   * Copies all tables.
   *
   * @param args none; the databases are in the environment
   */
  public static void main(String... args) throws SQLException, IOException {
    var source = CopyTarget.source();
    var target = CopyTarget.target();
    try (Connection sqlite = DriverManager.getConnection(source.url());
        Connection postgres =
            DriverManager.getConnection(target.url(), target.user(), target.password())) {
      postgres.setAutoCommit(false);
      for (LoopTable table : LoopTable.values()) {
        copy(table, sqlite, postgres);
      }
      postgres.commit();
    }
  }

  private static void copy(LoopTable table, Connection sqlite, Connection postgres)
      throws SQLException, IOException {
    List<LoopColumn> columns = table.columns();
    try (Statement statement = sqlite.createStatement();
        ResultSet row = statement.executeQuery(table.select());
        PGCopyOutputStream out =
            new PGCopyOutputStream(postgres.unwrap(PGConnection.class), table.copy(), BUFFER)) {
      StringBuilder line = new StringBuilder();
      while (row.next()) {
        line.setLength(0);
        for (int i = 0; i < columns.size(); i++) {
          String value = columns.get(i).type().copied(row, i + 1);
          line.append(i == 0 ? "" : "\t").append(value == null ? "\\N" : value);
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
