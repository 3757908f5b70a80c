package dev.taskstore.db;

import java.sql.Connection;

/**
 * The least isolation that a transaction asks for. A dialect may give more: a database with a
 * single writer runs every transaction as if it were alone.
 */
public enum IsolationLevel {
  /** Each statement sees what was committed before it began. */
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  /**
   * All statements see what was committed before the first one; concurrent changes of one row fail.
   */
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  /** The result is that of some order of the transactions, one after the other; others fail. */
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

  private final int jdbcLevel;

  IsolationLevel(int jdbcLevel) {
    this.jdbcLevel = jdbcLevel;
  }

  /**
   * The level in JDBC's terms.
   *
   * @return a constant of {@link Connection}
   */
  public int jdbcLevel() {
    return jdbcLevel;
  }
}
