package dev.taskstore.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the file of a database is still the one that was opened: SQLite itself would go on
 * writing to a file that nobody can find any more. Looks at most once in a while, and not at all
 * where the file system does not tell files apart.
 */
final class FileGuard {

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final @Nullable Path file;
  private final @Nullable Object opened;
  private volatile long checkedAt = System.nanoTime();

  private FileGuard(@Nullable Path file, @Nullable Object opened) {
    this.file = file;
    this.opened = opened;
  }

  /** Guards a file that exists, or nothing. */
  static FileGuard of(Optional<Path> file) {
    return new FileGuard(file.orElse(null), file.map(FileGuard::key).orElse(null));
  }

  /**
   * Checks that the file is where it was.
   *
   * @throws FileMovedException when there is none, or another
   */
  void check() throws SQLException {
    long now = System.nanoTime();
    if (file == null || opened == null || now - checkedAt < INTERVAL_NANOS) {
      return;
    }
    if (!opened.equals(key(file))) {
      throw new FileMovedException();
    }
    checkedAt = now;
  }

  private static @Nullable Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}
