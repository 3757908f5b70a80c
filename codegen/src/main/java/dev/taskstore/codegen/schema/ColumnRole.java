package dev.taskstore.codegen.schema;

/** The role of a column. */
public enum ColumnRole {
  /** The only column of a primary key; the client generates it if the caller does not set it. */
  GENERATED_KEY,
  /** The only column of a primary key; the database numbers it. */
  IDENTITY,
  /** Part of a primary key that the caller sets. */
  KEY,
  /** The time of the insert. */
  CREATED_AT,
  /** The time of the last update. */
  UPDATED_AT,
  /** The version for optimistic locking. */
  VERSION,
  /** Any other column. */
  VALUE
}
