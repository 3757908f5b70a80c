package dev.taskstore.db.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FailureClassifier} finds in a {@link java.sql.SQLException}.
 *
 * @param kind the kind of failure
 * @param constraint the violated constraint's name, or null when the database does not report it:
 *     the library then finds it from table and columns, or through the {@link ConstraintInspector}
 * @param table the table, or null when the database does not report it
 * @param columns the columns, possibly none
 * @param message the database's message if it can never hold values of rows or parameters, or null
 */
public record Classification(
    FailureKind kind,
    @Nullable String constraint,
    @Nullable String table,
    List<String> columns,
    @Nullable String message) {

  /** Copies the columns. */
  public Classification {
    columns = List.copyOf(columns);
  }

  /**
   * Returns a classification without a constraint.
   *
   * @param kind the kind of failure
   * @param message the database's message, free of values, or null
   * @return the classification
   */
  public static Classification of(FailureKind kind, @Nullable String message) {
    return new Classification(kind, null, null, List.of(), message);
  }
}
