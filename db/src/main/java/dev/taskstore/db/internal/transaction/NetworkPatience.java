package dev.taskstore.db.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a connection waits for an answer of the server before it takes it for dead, changed for
 * some work and put back. Connections that wait for ever, as those to files, are left alone.
 */
public final class NetworkPatience {

  /** Between the end of the time for a statement and the end of the time for its server. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Drivers count milliseconds in an int; what takes longer may take for ever. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE).minus(GRACE);

  private final Connection connection;
  private final int before;

  private NetworkPatience(Connection connection, int before) {
    this.connection = connection;
    this.before = before;
  }

  /**
   * Lets a connection wait for statements that may run for some time.
   *
   * @param queryTimeout zero for ever, or null to change nothing
   * @return puts it back, or null when nothing was changed
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
