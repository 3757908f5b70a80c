package dev.taskstore.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open connections of a pool to one server. Thread-safe. */
final class OpenConnections {

  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  void add(Connection connection) {
    connections.removeIf(OpenConnections::isClosed);
    connections.add(connection);
  }

  /** Ends all connections, also those in use, without waiting for the server. */
  void abort() {
    for (Connection connection : connections) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is closed.
      }
    }
    connections.clear();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }
}
