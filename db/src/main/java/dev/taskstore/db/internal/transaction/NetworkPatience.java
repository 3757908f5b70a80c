package dev.taskstore.db.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The network timeout of a connection: how long it waits for a response of the server. It is
 * changed for some work and restored afterwards. Connections without a network timeout, such as
 * connections to files, are not changed.
 */
public final class NetworkPatience {

  /** The time between the timeout of a statement and the network timeout. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Drivers count milliseconds in an int. A longer timeout is treated as no timeout. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE).minus(GRACE);

  private final Connection connection;
  private final int before;

  private NetworkPatience(Connection connection, int before) {
    this.connection = connection;
    this.before = before;
  }

  /**
   * Sets the network timeout of a connection for statements with a query timeout.
   *
   * @param queryTimeout zero for no limit, or null to change nothing
   * @return the object that restores the network timeout, or null when nothing was changed
   */
  public static @Nullable NetworkPatience lasting(
      Connection connection, @Nullable Duration queryTimeout) throws SQLException {
    int before = queryTimeout == null ? 0 : connection.getNetworkTimeout();
    if (queryTimeout == null || before == 0) {
      return null;
    }
    NetworkPatience patience = new NetworkPatience(connection, before);
    patience.set(queryTimeout.isZero() ? 0 : millis(queryTimeout));
    return patience;
  }

  private static int millis(Duration queryTimeout) {
    return queryTimeout.compareTo(LONGEST) > 0 ? 0 : (int) queryTimeout.plus(GRACE).toMillis();
  }

  public void restore() throws SQLException {
    set(before);
  }

  private void set(int millis) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, millis);
  }
}
