package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * A backup or a restore cannot be complete: for example, the schema was migrated while a backup
 * ran, a table has a column that the program does not know, or the rows differ after a restore. No
 * archive was written; the database of a restore remains marked as incomplete.
 */
public final class BackupFailedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  BackupFailedException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }
}
