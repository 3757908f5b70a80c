package dev.taskstore.db;

import java.sql.Connection;

/**
 * The minimum isolation level of a transaction. A dialect may provide a stronger level: a database
 * with a single writer serializes all transactions.
 */
public enum IsolationLevel {
  /** Each statement sees what was committed before it began. */
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  /**
   * All statements see what was committed before the first statement. A concurrent change of the
   * same row fails with a serialization failure.
   */
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  /**
   * The result equals that of running the transactions one at a time in some order. A transaction
   * that would break this fails with a serialization failure.
   */
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

  private final int jdbcLevel;

  IsolationLevel(int jdbcLevel) {
    this.jdbcLevel = jdbcLevel;
  }

  /**
   * Returns the JDBC constant of this level.
   *
   * @return one of the {@code TRANSACTION_} constants of {@link Connection}
   */
  public int jdbcLevel() {
    return jdbcLevel;
  }
}
