package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import org.jspecify.annotations.Nullable;

/** The passphrase of an encrypted archive is missing or wrong. Nothing was changed. */
public final class ArchivePassphraseException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  ArchivePassphraseException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }
}
