package dev.taskstore.db.exception;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every exception of this library tells about its failure, the same on every dialect.
 *
 * <p>Nothing here, and no message or cause of such an exception, ever holds a value of a row, a
 * parameter of a statement or a secret. The causes of failed callbacks of transactions ({@link
 * AfterCommitException}) are the application's own exceptions, as they were thrown.
 */
public interface DatabaseFailure {

  /**
   * The place of the failure.
   *
   * @return the names that are known
   */
  FailureContext context();

  /**
   * The table that the failure is about.
   *
   * @return the table's name, or null when the failure is about no single table
   */
  default @Nullable String table() {
    return context().table();
  }

  /**
   * The columns that the failure is about.
   *
   * @return the columns' names in the order of the constraint, empty when none are known
   */
  default List<String> columns() {
    return context().columns();
  }

  /**
   * The constraint that was violated.
   *
   * @return the constraint's name as the changelog gives it, or null when no named constraint was
   *     violated
   */
  default @Nullable String constraint() {
    return context().constraint();
  }
}
