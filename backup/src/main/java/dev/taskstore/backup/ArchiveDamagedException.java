package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file is not an archive, or not the archive that was written: bytes were changed or are missing.
 * The message contains the file. A database to restore is unchanged. Use another archive.
 */
public final class ArchiveDamagedException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  ArchiveDamagedException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }

  static ArchiveDamagedException of(Path file, String problem, @Nullable Throwable cause) {
    return new ArchiveDamagedException(
        file + " is damaged or not an archive: " + problem + ". Use another archive.", cause);
  }
}
