package dev.taskstore.db.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect knows of an {@link java.sql.SQLException}.
 *
 * @param kind the kind of failure
 * @param constraint the violated constraint's name, or null when the database does not tell it: the
 *     library then finds it from table and columns, or through the {@link ConstraintInspector}
 * @param table the table, or null when it is not known
 * @param columns the columns, possibly none
 * @param message the database's own words if they can never hold values of rows or parameters, or
 *     null
 */
public record Failure(
    FailureKind kind,
    @Nullable String constraint,
    @Nullable String table,
    List<String> columns,
    @Nullable String message) {

  /** Copies the columns. */
  public Failure {
    columns = List.copyOf(columns);
  }

  /**
   * A failure that is about no constraint.
   *
   * @param kind the kind
   * @param message the database's words, free of values, or null
   * @return the failure
   */
  public static Failure of(FailureKind kind, @Nullable String message) {
    return new Failure(kind, null, null, List.of(), message);
  }
}
