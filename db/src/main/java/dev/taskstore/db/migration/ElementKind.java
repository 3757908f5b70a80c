package dev.taskstore.db.migration;

/** The kind of a schema element. */
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
  /** A check constraint. */
  CHECK("check"),
  /** A constraint of another kind. */
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
   * Returns the name of the kind for messages.
   *
   * @return a noun in lower case
   */
  public String word() {
    return word;
  }
}
