package dev.taskstore.db.internal.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches prepared statements of each connection, for a driver that does not. They are prepared on
 * the driver's connection, because the pool's connection closes its statements after each use.
 * Thread-safe.
 */
final class StatementCache {

  private static final int INITIAL_CAPACITY = 16;
  private static final float LOAD_FACTOR = 0.75f;

  private final int capacity;
  private final Map<Connection, ConnectionStatements> byConnection = new ConcurrentHashMap<>();

  /**
   * Creates a cache.
   *
   * @param capacity how many statements are cached for each connection
   */
  StatementCache(int capacity) {
    this.capacity = capacity;
  }

  /** Returns a statement of a pool's connection, or null when the cached statement is in use. */
  @Nullable KeptStatement use(Connection pooled, String sql) throws SQLException {
    Connection connection = pooled.unwrap(Connection.class);
    ConnectionStatements known = byConnection.get(connection);
    return (known != null ? known : add(connection)).use(sql);
  }

  private ConnectionStatements add(Connection connection) {
    byConnection.values().removeIf(ConnectionStatements::isClosed);
    ConnectionStatements added = new ConnectionStatements(connection, capacity);
    byConnection.put(connection, added);
    return added;
  }

  /**
   * The statements of one connection by their text, the least recently used first. Used by one
   * thread at a time, as the connection is.
   */
  static final class ConnectionStatements {

    private final Connection connection;
    private final int capacity;
    private final Map<String, KeptStatement> kept =
        new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

    private ConnectionStatements(Connection connection, int capacity) {
      this.connection = connection;
      this.capacity = capacity;
    }

    private boolean isClosed() {
      try {
        return connection.isClosed();
      } catch (SQLException e) {
        return true;
      }
    }

    private @Nullable KeptStatement use(String sql) throws SQLException {
      KeptStatement known = kept.get(sql);
      if (known != null && known.isInUse()) {
        return null;
      }
      KeptStatement used = known != null ? known : prepare(sql);
      used.use();
      return used;
    }

    private KeptStatement prepare(String sql) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      KeptStatement added = new KeptStatement(this, sql, statement);
      kept.put(sql, added);
      if (kept.size() > capacity) {
        closeEldest();
      }
      return added;
    }

    private void closeEldest() throws SQLException {
      Iterator<KeptStatement> eldestFirst = kept.values().iterator();
      while (eldestFirst.hasNext() && kept.size() > capacity) {
        KeptStatement eldest = eldestFirst.next();
        if (!eldest.isInUse() && eldestFirst.hasNext()) {
          eldestFirst.remove();
          eldest.statement().close();
        }
      }
    }

    void remove(String sql, KeptStatement statement) {
      kept.remove(sql, statement);
    }
  }
}
