package dev.taskstore.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The timeline on which a primary writes. Each promotion begins a new one, so that of two primaries
 * of the same cluster, the one with the lower timeline is an old one.
 *
 * @param system the identifier of the cluster, which its standbys share
 * @param timeline the number of the timeline
 * @param isWritable whether new transactions may write, as {@code default_transaction_read_only}
 *     permits it
 * @see <a href="https://www.postgresql.org/docs/current/continuous-archiving.html">Continuous
 *     Archiving, section Timelines</a>
 */
record PrimaryTimeline(long system, long timeline, boolean isWritable) {

  private static final String QUERY =
      "SELECT system_identifier, CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL ELSE"
          + " pg_catalog.substr(pg_catalog.pg_walfile_name("
          + "pg_catalog.pg_current_wal_insert_lsn()), 1, 8) END,"
          + " pg_catalog.current_setting('default_transaction_read_only')"
          + " FROM pg_catalog.pg_control_system()";

  private static final String READ_ONLY = "SHOW transaction_read_only";

  private static final int HEXADECIMAL = 16;

  /**
   * Returns whether a server that does not offer its timeline accepts writes.
   *
   * @throws SQLException if the connection is broken
   */
  static boolean acceptsWrites(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ_ONLY)) {
      return row.next() && "off".equals(row.getString(1));
    }
  }

  /**
   * Reads the timeline in one round trip.
   *
   * @return the timeline, or null if the server is a standby
   * @throws SQLException if the connection is broken, or if the server does not offer the timeline
   */
  static @Nullable PrimaryTimeline of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      String timeline = row.getString(2);
      return timeline == null
          ? null
          : new PrimaryTimeline(
              row.getLong(1),
              Long.parseLong(timeline, HEXADECIMAL),
              "off".equals(row.getString(3)));
    }
  }
}
