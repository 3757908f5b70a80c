package dev.taskstore.db.spi;

/** The kinds of failure that callers can tell apart on every dialect. */
public enum FailureKind {
  /** A primary key, unique constraint or unique index. */
  UNIQUE,
  /** A reference to a missing row, or the removal of a referenced one. */
  FOREIGN_KEY,
  /** A missing value. */
  NOT_NULL,
  /** A check of the schema. */
  CHECK,
  /** Busy, locked, deadlock, not serializable: another try may succeed. */
  TRANSIENT,
  /** No connection, or one that broke. */
  CONNECTION,
  /** A statement that was cancelled or took too long, or a pool without a free connection. */
  TIMEOUT,
  /** A write where only reads are allowed. */
  READ_ONLY,
  /** A statement in a transaction that has already failed. */
  ROLLBACK_ONLY,
  /** A value that its column cannot hold. */
  INVALID_VALUE,
  /** No space left for what is written, on the disk or within a quota. */
  STORAGE_FULL,
  /** A table, column or index that is not there. */
  SCHEMA,
  /** The database cannot be opened: no database, no permission, wrong credentials. */
  OPEN,
  /** Everything else. */
  OTHER
}
