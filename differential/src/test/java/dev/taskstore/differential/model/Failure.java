package dev.taskstore.differential.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of an exception.
 *
 * @param type the simple name of its class
 * @param table the table that it names, or null
 * @param columns the columns that it names
 * @param constraint the constraint that it names, or null
 */
public record Failure(
    String type, @Nullable String table, List<String> columns, @Nullable String constraint) {

  /** A failure that names no place. */
  public static Failure of(String type) {
    return new Failure(type, null, List.of(), null);
  }
}
