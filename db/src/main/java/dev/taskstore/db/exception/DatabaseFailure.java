package dev.taskstore.db.exception;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties that all exceptions of this library have in common. They are the same on every
 * dialect.
 *
 * <p>Neither these properties nor the message or causes of such an exception contain row values,
 * statement parameters or secrets. The cause of an {@link AfterCommitException} is the
 * application's own exception, unchanged.
 */
public interface DatabaseFailure {

  /**
   * Returns the table, columns and constraint of the failure.
   *
   * @return the names, as far as they are known
   */
  FailureContext context();

  /**
   * Returns the table of the failure.
   *
   * @return the table's name, or null if the failure does not concern a single table
   */
  default @Nullable String table() {
    return context().table();
  }

  /**
   * Returns the columns of the failure.
   *
   * @return the columns' names in the order of the constraint; empty if they are unknown
   */
  default List<String> columns() {
    return context().columns();
  }

  /**
   * Returns the violated constraint.
   *
   * @return the constraint's name as in the changelog, or null if no named constraint was violated
   */
  default @Nullable String constraint() {
    return context().constraint();
  }
}
