package dev.taskstore.codegen.merge;

import java.util.Objects;

/**
 * A place where the schemas of the databases differ in a way that changes results.
 *
 * @param table the name of the table
 * @param column the name of the column; empty if the difference concerns the table
 * @param text what differs and what to write, as the rest of a sentence that begins with the name
 *     of the table or column
 */
public record Difference(String table, String column, String text) {

  /** Rejects null. */
  public Difference {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(text, "text");
  }
}
