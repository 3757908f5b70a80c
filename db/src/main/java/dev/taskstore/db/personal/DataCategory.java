package dev.taskstore.db.personal;

/** The category of a column that the changelog marks as personal data. */
public enum DataCategory {
  /**
   * Personal data, marked with {@code data:personal}. It is part of an export, and does not belong
   * into logs.
   */
  PERSONAL,
  /**
   * A secret of the person, such as the hash of a password, marked with {@code data:secret}. It is
   * not part of an export, and does not belong into logs.
   */
  SECRET
}
