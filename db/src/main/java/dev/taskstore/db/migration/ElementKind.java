package dev.taskstore.db.migration;

/** What a part of a schema is. */
public enum ElementKind {
  /** A table. */
  TABLE("table"),
  /** A column of a table. */
  COLUMN("column"),
  /** The primary key of a table. */
  PRIMARY_KEY("primary key"),
  /** A unique constraint. */
  UNIQUE_CONSTRAINT("unique constraint"),
  /** A foreign key. */
  FOREIGN_KEY("foreign key"),
  /** A check. */
  CHECK("check"),
  /** A constraint that none of the above describes. */
  CONSTRAINT("constraint"),
  /** An index that does not belong to a constraint. */
  INDEX("index"),
  /** A trigger of a table. */
  TRIGGER("trigger"),
  /** A view. */
  VIEW("view");

  private final String word;

  ElementKind(String word) {
    this.word = word;
  }

  /**
   * The kind, in words.
   *
   * @return a noun for messages
   */
  public String word() {
    return word;
  }
}
