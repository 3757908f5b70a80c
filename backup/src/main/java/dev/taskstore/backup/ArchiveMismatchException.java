package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import org.jspecify.annotations.Nullable;

/**
 * An archive does not fit the program: it has a newer format, or its changesets are not those of
 * the changelog. The message contains the changesets. The rows of the database are unchanged.
 */
public final class ArchiveMismatchException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  ArchiveMismatchException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }
}
