package dev.taskstore.db.internal.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A prepared statement that a {@link StatementCache} caches between uses. Used by one thread at a
 * time, as its connection is.
 */
final class KeptStatement {

  private final StatementCache.ConnectionStatements owner;
  private final String sql;
  private final PreparedStatement statement;
  private boolean inUse;

  KeptStatement(
      StatementCache.ConnectionStatements owner, String sql, PreparedStatement statement) {
    this.owner = owner;
    this.sql = sql;
    this.statement = statement;
  }

  PreparedStatement statement() {
    return statement;
  }

  boolean isInUse() {
    return inUse;
  }

  void use() {
    inUse = true;
  }

  /** Makes the statement available for the next use. */
  void release() {
    inUse = false;
  }

  /** Closes a statement that failed: its state is unknown. */
  void discard() throws SQLException {
    owner.remove(sql, this);
    statement.close();
  }
}
