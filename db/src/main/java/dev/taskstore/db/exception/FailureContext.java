package dev.taskstore.db.exception;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a failure: names only, never values.
 *
 * @param table the table's name, or null
 * @param columns the columns' names, possibly none
 * @param constraint the constraint's name, or null
 */
public record FailureContext(
    @Nullable String table, List<String> columns, @Nullable String constraint)
    implements Serializable {

  /** A failure that is about no table. */
  public static final FailureContext NONE = new FailureContext(null, List.of(), null);

  /** Copies the columns. */
  public FailureContext {
    columns = List.copyOf(columns);
  }

  /**
   * A place in a table.
   *
   * @param table the table's name
   * @param columns the columns' names
   * @return the place, without a constraint
   */
  public static FailureContext of(String table, String... columns) {
    return new FailureContext(table, List.of(columns), null);
  }
}
