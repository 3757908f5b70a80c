package dev.taskstore.db.internal.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements that are kept for one connection, by their text; those that were used the longest
 * ago go first. Used by one thread at a time, as the connection is.
 */
final class ConnectionStatements {

  private static final int INITIAL_CAPACITY = 16;
  private static final float LOAD_FACTOR = 0.75f;

  private final Connection connection;
  private final int capacity;
  private final Map<String, KeptStatement> kept =
      new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

  ConnectionStatements(Connection connection, int capacity) {
    this.connection = connection;
    this.capacity = capacity;
  }

  boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /** A statement for a text, kept from now on, or none when the kept one is in use. */
  @Nullable KeptStatement use(String sql) throws SQLException {
    KeptStatement known = kept.get(sql);
    if (known != null && known.isInUse()) {
      return null;
    }
    KeptStatement used = known != null ? known : keep(sql);
    used.use();
    return used;
  }

  private KeptStatement keep(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    KeptStatement added = new KeptStatement(statement);
    kept.put(sql, added);
    if (kept.size() > capacity) {
      dropEldest();
    }
    return added;
  }

  private void dropEldest() throws SQLException {
    Iterator<KeptStatement> eldestFirst = kept.values().iterator();
    while (eldestFirst.hasNext() && kept.size() > capacity) {
      KeptStatement eldest = eldestFirst.next();
      if (!eldest.isInUse() && eldestFirst.hasNext()) {
        eldestFirst.remove();
        eldest.statement().close();
      }
    }
  }

  /** Forgets a statement that failed: nobody knows what it still holds. */
  void drop(String sql, KeptStatement failed) throws SQLException {
    kept.remove(sql, failed);
    failed.statement().close();
  }
}
