package dev.taskstore.db.migration;

import java.util.Locale;

/** What can be said of a part of a schema. Which aspects a part has depends on its kind. */
public enum ElementAspect {
  /** The type of a column, as the database writes it. */
  TYPE,
  /** Whether a column takes NULL: {@code yes} or {@code no}. */
  NULLABLE,
  /** The default of a column, an expression. */
  DEFAULT,
  /** The collation of a column, where it is not that of the column's type. */
  COLLATION,
  /** How the database makes a column's value: as an identity, or from an expression. */
  GENERATED,
  /** The columns of a key or an index, in order, with the direction of each where it counts. */
  COLUMNS,
  /** What a foreign key refers to. */
  REFERENCES,
  /** What a foreign key does when the row that it refers to is deleted. */
  ON_DELETE,
  /** What a foreign key does when the key that it refers to changes. */
  ON_UPDATE,
  /** When a constraint is checked, if not at once. */
  DEFERRABLE,
  /** The condition of a check. */
  EXPRESSION,
  /** Whether an index is unique: {@code yes} or {@code no}. */
  UNIQUE,
  /** The condition of a partial index. */
  PREDICATE,
  /** The kind of an index, where the database has several. */
  METHOD,
  /** What else was said when the part was made. */
  OPTIONS,
  /** The text of a view or a trigger. */
  DEFINITION,
  /** The comment. */
  COMMENT;

  /**
   * The aspect, in words.
   *
   * @return a phrase for messages
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
