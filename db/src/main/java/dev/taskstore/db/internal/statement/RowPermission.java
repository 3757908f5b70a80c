package dev.taskstore.db.internal.statement;

/** What a scope permits with a row. A later permission includes the earlier ones. */
public enum RowPermission {
  /** The row is visible. */
  READ,
  /** The row is updated. */
  UPDATE,
  /** The row is deleted. Only its owner may do so. */
  DELETE
}
