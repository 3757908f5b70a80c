package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.ReplicaPool;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hot standbys. A position is a timeline and a location in the write-ahead log, whose slash becomes
 * a {@code -}.
 *
 * @see <a href="https://www.postgresql.org/docs/18/functions-admin.html">System Administration
 *     Functions</a>
 */
enum PostgresReplication implements Replication {
  INSTANCE;

  /** The insert location also includes commits that are not yet flushed. */
  private static final String POSITION =
      "SELECT pg_catalog.pg_walfile_name(l), l FROM pg_catalog.pg_current_wal_insert_lsn() l";

  /**
   * The timeline of a standby: its latest restart point is on it, or its latest flushed page, or,
   * for roles that may read statistics, what it receives.
   */
  private static final String REPLAYED =
      "SELECT pg_catalog.pg_is_in_recovery(), GREATEST("
          + "(SELECT timeline_id FROM pg_catalog.pg_control_checkpoint()),"
          + " (SELECT min_recovery_end_timeline FROM pg_catalog.pg_control_recovery()),"
          + " (SELECT received_tli FROM pg_catalog.pg_stat_wal_receiver)),"
          + " COALESCE(pg_catalog.pg_last_wal_replay_lsn(), '0/0')";

  private static final String REPLAYED_POSITION = "SELECT pg_catalog.pg_last_wal_replay_lsn()";

  private static final Pattern LOCATION = Pattern.compile("[0-9A-F]{1,8}-[0-9A-F]{1,8}");
  private static final int TIMELINE_DIGITS = 8;
  private static final int HEXADECIMAL = 16;

  /** A location consists of two halves of 32 bits. */
  private static final int HALF_BITS = 32;

  @Override
  public List<String> servers(String url) {
    return PostgresHosts.urls(url);
  }

  @Override
  public ReplicaPool open(ConnectionSettings settings) throws SQLException {
    return PostgresPools.openReplica(settings);
  }

  @Override
  public ReplicationPosition position(Connection primary) throws SQLException {
    try (Statement statement = primary.createStatement();
        ResultSet row = statement.executeQuery(POSITION)) {
      row.next();
      String timeline = row.getString(1).substring(0, TIMELINE_DIGITS);
      return new ReplicationPosition(
          Long.parseLong(timeline, HEXADECIMAL), position(row.getString(2)));
    }
  }

  @Override
  public @Nullable ReplicationPosition replayed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(REPLAYED)) {
      row.next();
      return row.getBoolean(1)
          ? new ReplicationPosition(row.getLong(2), position(row.getString(3)))
          : null;
    }
  }

  private static String position(String location) {
    return location.replace('/', '-');
  }

  @Override
  public String replayedPosition() {
    return REPLAYED_POSITION;
  }

  @Override
  public ReplicationPosition position(long timeline, String replayed) {
    return new ReplicationPosition(timeline, position(replayed));
  }

  @Override
  public boolean includes(ReplicationPosition replayed, ReplicationPosition required) {
    return replayed.timeline() >= required.timeline()
        && Long.compareUnsigned(bytes(replayed), bytes(required)) >= 0;
  }

  private static long bytes(ReplicationPosition position) {
    String text = position.position();
    int dash = text.indexOf('-');
    return Long.parseLong(text, 0, dash, HEXADECIMAL) << HALF_BITS
        | Long.parseLong(text, dash + 1, text.length(), HEXADECIMAL);
  }

  @Override
  public boolean isValid(String position) {
    return LOCATION.matcher(position).matches();
  }
}
