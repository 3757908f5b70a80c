package dev.taskstore.db.audit;

/** What happened to a row. */
public enum AuditOperation {
  /** The row was inserted. */
  INSERT,
  /** At least one column of the row was changed. */
  UPDATE,
  /** The row was deleted, also by a foreign key with {@code ON DELETE CASCADE}. */
  DELETE
}
