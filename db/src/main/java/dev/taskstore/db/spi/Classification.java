package dev.taskstore.db.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FailureClassifier} finds in a {@link java.sql.SQLException}.
 *
 * @param kind the kind of failure
 * @param constraint the name of the violated constraint, or null when the database does not report
 *     it: the library then finds it by table and columns, or with the {@link ConstraintInspector}
 * @param table the table, or null when the database does not report it
 * @param columns the columns, possibly empty
 * @param message the database's message if it never contains values of rows or parameters, or null
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
   * @param message the database's message, which contains no values, or null
   * @return the classification
   */
  public static Classification of(FailureKind kind, @Nullable String message) {
    return new Classification(kind, null, null, List.of(), message);
  }
}
