package dev.taskstore.codegen.problem;

/** The kinds of problems, in the order of reports. */
public enum ProblemKind {
  /** A file is missing or malformed. */
  FILE("Files that cannot be read", false),
  /** A parameter in braces has no value. */
  PROPERTY("Properties without a value", false),
  /** Two changesets have the same file, id and author. */
  DUPLICATE("Changesets with the same id and author", false),
  /** A change requires a class that cannot be loaded. */
  CUSTOM_CHANGE("Changes whose classes are missing", false),
  /** A changeset fails on a database. */
  CHANGE_SET("Changesets that fail", false),
  /** A table is in a schema of its own. */
  SCHEMA("Objects in other schemas", false),
  /** No changeset creates a table that is generated. */
  NO_TABLE("Changelogs without tables", false),
  /** The databases give different schemas. */
  DIFFERENCE("Differences between the databases", true),
  /** A mark of personal data marks nothing. */
  DATA_MARK("Marks of personal data", false),
  /** An option is invalid or matches nothing. */
  OPTION("Options", false),
  /** Databases store or compare the type differently. */
  TYPE("Types that databases do not store alike", true),
  /** The database computes the column. */
  COMPUTED("Computed columns", true),
  /** The database numbers a column that it should not number. */
  IDENTITY("Identity columns", true),
  /** A column for optimistic locking does not work. */
  VERSION("Columns for optimistic locking", true),
  /** The client cannot apply a default. */
  DEFAULT("Defaults", true),
  /** A name has no usable or no unique Java name. */
  NAME("Names", true),
  /** All others. */
  OTHER("Other problems", false);

  private final String heading;
  private final boolean partial;

  ProblemKind(String heading, boolean partial) {
    this.heading = heading;
    this.partial = partial;
  }

  /**
   * Returns the heading of the kind in reports.
   *
   * @return a few words, without a colon
   */
  public String heading() {
    return heading;
  }

  /**
   * Returns whether the problem concerns one table or column, so that the rest can be generated.
   *
   * @return true if the option {@code unsupported} applies
   */
  public boolean partial() {
    return partial;
  }
}
