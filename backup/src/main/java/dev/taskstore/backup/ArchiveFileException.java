package dev.taskstore.backup;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder cannot be read or written: it is missing, access is denied, it exists already or
 * is in use, or the disk is full. The message contains the file. Files and databases that existed
 * before are unchanged.
 */
public final class ArchiveFileException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  ArchiveFileException(String message, @Nullable Throwable cause) {
    super(message, FailureContext.NONE, cause);
  }

  static ArchiveFileException notReadable(Path file, IOException cause) {
    return new ArchiveFileException(
        file + " cannot be read: " + reason(cause) + ". Check the file and its permissions.",
        cause);
  }

  static ArchiveFileException notWritable(Path file, IOException cause) {
    return new ArchiveFileException(
        file
            + " cannot be written: "
            + reason(cause)
            + ". Check the permissions and the free space of its folder.",
        cause);
  }

  static ArchiveFileException exists(Path file) {
    return new ArchiveFileException(
        file + " exists. Choose another name, or allow to replace it.", null);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    } else if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    } else if (cause instanceof FileAlreadyExistsException) {
      return "it exists";
    } else if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return Objects.requireNonNull(failure.getReason());
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }
}
