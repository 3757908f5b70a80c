package dev.taskstore.differential.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as callers see it.
 *
 * @param type the simple name of its class
 * @param table the table, or null
 * @param columns the columns
 * @param constraint the constraint, or null
 */
public record Failure(
    String type, @Nullable String table, List<String> columns, @Nullable String constraint) {

  /** Creates a failure without a table, columns and constraint. */
  public static Failure of(String type) {
    return new Failure(type, null, List.of(), null);
  }
}
