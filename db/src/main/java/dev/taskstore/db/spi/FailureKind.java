package dev.taskstore.db.spi;

/** The kinds of failure that callers can distinguish on every dialect. */
public enum FailureKind {
  /** A duplicate value for a primary key, unique constraint or unique index. */
  UNIQUE,
  /** A reference to a row that does not exist, or the deletion of a referenced row. */
  FOREIGN_KEY,
  /** A null value in a column that is not nullable. */
  NOT_NULL,
  /** A value that violates a check constraint. */
  CHECK,
  /** Busy, locked, deadlock or serialization failure: a retry may succeed. */
  TRANSIENT,
  /** No connection, or a lost one. */
  CONNECTION,
  /** A statement that was canceled or exceeded its timeout, or a pool without a free connection. */
  TIMEOUT,
  /** A write in a read-only transaction or database. */
  READ_ONLY,
  /** A statement in a transaction that has already failed. */
  ROLLBACK_ONLY,
  /** A value that does not fit its column. */
  INVALID_VALUE,
  /** No space left on the disk or within a quota. */
  STORAGE_FULL,
  /** A missing table, column or index. */
  SCHEMA,
  /** The database cannot be opened: no database, no permission, wrong credentials. */
  OPEN,
  /** The role of the connection lacks a privilege for the statement. */
  PERMISSION,
  /** A row that a policy of row-level security does not permit to insert or update. */
  ROW_SECURITY,
  /** A write to a table that {@link ChangeCapture#seal} has sealed. */
  SEALED,
  /** An update or delete of an entry that {@link AuditTriggers} protect. */
  APPEND_ONLY,
  /** Everything else. */
  OTHER;

  /**
   * Returns whether a constraint of the schema rejected the statement.
   *
   * @return true for the first four kinds
   */
  public boolean isViolation() {
    return switch (this) {
      case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK -> true;
      default -> false;
    };
  }
}
