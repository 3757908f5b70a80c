package dev.taskstore.db.migration;

import java.util.Locale;

/** A property of a schema element. The kind of the element determines which aspects it has. */
public enum ElementAspect {
  /** The type of a column, as the database prints it. */
  TYPE,
  /** Whether a column is nullable: {@code yes} or {@code no}. */
  NULLABLE,
  /** The default expression of a column. */
  DEFAULT,
  /** The collation of a column, if it differs from that of the column's type. */
  COLLATION,
  /** How the database generates a column's value: as an identity, or from an expression. */
  GENERATED,
  /**
   * The columns of a key or an index, in order, with their sort direction where it is significant.
   */
  COLUMNS,
  /** The table and columns that a foreign key references. */
  REFERENCES,
  /** The action of a foreign key when the referenced row is deleted. */
  ON_DELETE,
  /** The action of a foreign key when the referenced key is updated. */
  ON_UPDATE,
  /** Whether a constraint is deferrable, if it is. */
  DEFERRABLE,
  /** The expression of a check constraint. */
  EXPRESSION,
  /** Whether an index is unique: {@code yes} or {@code no}. */
  UNIQUE,
  /** The predicate of a partial index. */
  PREDICATE,
  /** The access method of an index, if the database has several. */
  METHOD,
  /** Further options of the CREATE statement. */
  OPTIONS,
  /** The definition of a view or a trigger. */
  DEFINITION,
  /** The comment. */
  COMMENT;

  /**
   * Returns the name of the aspect for messages.
   *
   * @return a phrase in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
