package dev.taskstore.codegen.schema;

/** What a column is there for. */
public enum ColumnRole {
  /** The one column of a primary key, made by the client when the caller gives none. */
  GENERATED_KEY,
  /** The one column of a primary key, numbered by the database. */
  IDENTITY,
  /** Part of a primary key that the caller gives. */
  KEY,
  /** The time of the insert. */
  CREATED_AT,
  /** The time of the last change. */
  UPDATED_AT,
  /** What optimistic locking compares. */
  VERSION,
  /** Everything else. */
  VALUE
}
