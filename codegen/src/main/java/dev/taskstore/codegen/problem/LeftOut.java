package dev.taskstore.codegen.problem;

import java.util.Objects;

/**
 * A part of the schema that is not generated.
 *
 * @param part what is left out
 * @param table the name of the table
 * @param column the name of the column, or an empty text if the whole table is concerned
 * @param reason the problem, its place and the fix
 */
public record LeftOut(Part part, String table, String column, String reason) {

  /** What is left out. */
  public enum Part {
    /** The table: nothing is generated for it. */
    TABLE,
    /** The model and the repository of the table; it has jOOQ's classes. */
    REPOSITORY,
    /** The column: the model has no component for it, and the repository does not write it. */
    COLUMN,
    /** The default of the column: the caller sets the value. */
    DEFAULT
  }

  /** Rejects null. */
  public LeftOut {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Describes the part and the reason.
   *
   * @return such as {@code The column notes.size is left out. ...}
   */
  public String description() {
    String object =
        switch (part) {
          case TABLE -> "table " + table;
          case REPOSITORY -> "repository of table " + table;
          case COLUMN -> "column " + table + "." + column;
          case DEFAULT -> "default of column " + table + "." + column;
        };
    return "The " + object + " is left out. " + reason;
  }
}
