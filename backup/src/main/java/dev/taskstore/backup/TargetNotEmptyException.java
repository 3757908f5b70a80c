package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * The database to restore contains rows or other tables. Nothing was changed. Restore into an empty
 * database.
 */
public final class TargetNotEmptyException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  TargetNotEmptyException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }
}
