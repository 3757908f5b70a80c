package dev.taskstore.db.exception;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table, columns and constraint of a failure. Contains names, never values. Immutable.
 *
 * @param table the table's name, or null if it is unknown or the failure does not concern a single
 *     table
 * @param columns the columns' names; empty if they are unknown
 * @param constraint the constraint's name, or null if no named constraint was violated
 */
public record FailureContext(
    @Nullable String table, List<String> columns, @Nullable String constraint)
    implements Serializable {

  /** The context of a failure that does not concern a table. */
  public static final FailureContext NONE = new FailureContext(null, List.of(), null);

  /** Copies the columns. */
  public FailureContext {
    columns = List.copyOf(columns);
  }

  /**
   * Creates a context without a constraint.
   *
   * @param table the table's name
   * @param columns the columns' names
   * @return the context
   */
  public static FailureContext of(String table, String... columns) {
    return new FailureContext(table, List.of(columns), null);
  }
}
