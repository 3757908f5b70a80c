package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the replicas of a database are read. Replicas apply the history of the primary with a delay.
 * A dialect with replicas declares {@link Capability#REPLICAS}. Implementations must be stateless
 * and thread-safe.
 */
public interface Replication {

  /**
   * Returns the servers of a URL.
   *
   * @param url a JDBC URL that the dialect's provider accepts, of one or more servers
   * @return a URL for each server, in the order of the URL
   */
  List<String> servers(String url);

  /**
   * Opens the pool of a replica. Makes no connection, so that a replica that cannot be reached does
   * not prevent the use of the database.
   *
   * @param settings the settings, with the URL of one server
   * @return the pool
   * @throws SQLException if the pool cannot be created
   * @throws dev.taskstore.db.exception.DatabaseOpenException if a setting is wrong
   */
  ReplicaPool open(ConnectionSettings settings) throws SQLException;

  /**
   * Returns the current position of the primary. It includes all commits that have been
   * acknowledged.
   *
   * @param primary a connection to the primary in auto-commit mode
   * @return the position
   * @throws SQLException if the position cannot be read, for example because the server has become
   *     a replica
   */
  ReplicationPosition position(Connection primary) throws SQLException;

  /**
   * Returns the state of a server.
   *
   * @param connection a connection in auto-commit mode
   * @return the state; null if the server is not a replica
   * @throws SQLException if the state cannot be read
   */
  @Nullable ReplicationPosition replayed(Connection connection) throws SQLException;

  /**
   * Returns the query for the position that the server of a connection has replayed. It has no
   * parameters, and returns one row with one column: the position as text, or null if there is
   * none. In front of another query, in the same text, it is evaluated before the snapshot of that
   * query is taken.
   *
   * @return the query, without a delimiter
   */
  String replayedPosition();

  /**
   * Returns a position.
   *
   * @param timeline the timeline
   * @param replayed a result of {@link #replayedPosition}
   * @return the position
   */
  ReplicationPosition position(long timeline, String replayed);

  /**
   * Returns whether a server has replayed a position.
   *
   * @param replayed what the server has replayed, with the latest timeline that it is known to
   *     follow
   * @param required a position that {@link #isValid} accepts
   * @return whether the server follows the timeline of the required position or a later one, and
   *     has replayed at least as much
   */
  boolean includes(ReplicationPosition replayed, ReplicationPosition required);

  /**
   * Returns whether a text is a position of this dialect.
   *
   * @param position the text, which a client may have changed
   * @return whether the other methods accept it
   */
  boolean isValid(String position);
}
