package dev.taskstore.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Deletes the rows that a workload wrote, so that each workload starts with the same rows. */
public final class Cleanup implements AutoCloseable {

  /** The prefix of the names of temporary tags. */
  static final String TEMPORARY_TAG = "passing-";

  private final Target target;
  private final UUID writer;
  private final HikariDataSource pool;

  /** Uses separate connections. The written rows belong to the writer. */
  public Cleanup(Target target, UUID writer) {
    this.target = target;
    this.writer = writer;
    this.pool = target.pool();
  }

  /** Deletes the rows. */
  public void restore() throws SQLException {
    ValueStorage forms = StoredForms.of(target.kind());
    try (Connection connection = pool.getConnection();
        PreparedStatement tasks =
            connection.prepareStatement("DELETE FROM tasks WHERE user_id = ?");
        Statement statement = connection.createStatement()) {
      forms.setUuid(tasks, 1, writer);
      tasks.executeUpdate();
      statement.executeUpdate("DELETE FROM tags WHERE name LIKE '" + TEMPORARY_TAG + "%'");
      if (target.kind() == DatabaseKind.SQLITE) {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      } else {
        statement.execute("VACUUM tasks");
        statement.execute("VACUUM tags");
      }
    }
  }

  /** Returns the names and versions of the temporary tags. */
  SortedMap<String, Long> temporaryTags() throws SQLException {
    SortedMap<String, Long> versions = new TreeMap<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name, version FROM tags WHERE name LIKE '" + TEMPORARY_TAG + "%'")) {
      while (row.next()) {
        versions.put(row.getString(1), row.getLong(2));
      }
    }
    return versions;
  }

  @Override
  public void close() {
    pool.close();
  }
}
