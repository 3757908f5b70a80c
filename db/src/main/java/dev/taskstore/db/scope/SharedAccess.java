package dev.taskstore.db.scope;

/** What a principal may do with a row that another principal shares with it. */
public enum SharedAccess {

  /** Reads the row and the rows that inherit their owner from it. */
  READ,

  /**
   * Reads and updates the row, except its owner column and the columns that share it. Reads,
   * inserts, updates and deletes the rows that inherit their owner from it.
   */
  UPDATE
}
