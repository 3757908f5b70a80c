package dev.taskstore.db.internal.statement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements that are kept for each connection to the database, for a driver that keeps none.
 * They are prepared on the driver's own connection, past the pool, which would close them each
 * time. Thread-safe.
 */
final class StatementCache {

  private final int capacity;
  private final Map<Connection, ConnectionStatements> byConnection = new ConcurrentHashMap<>();

  StatementCache(int capacity) {
    this.capacity = capacity;
  }

  /** The statements of the connection that the pool's one stands for. */
  ConnectionStatements of(Connection pooled) throws SQLException {
    Connection connection = pooled.unwrap(Connection.class);
    ConnectionStatements known = byConnection.get(connection);
    return known != null ? known : add(connection);
  }

  private ConnectionStatements add(Connection connection) {
    byConnection.values().removeIf(ConnectionStatements::isClosed);
    ConnectionStatements added = new ConnectionStatements(connection, capacity);
    byConnection.put(connection, added);
    return added;
  }
}
