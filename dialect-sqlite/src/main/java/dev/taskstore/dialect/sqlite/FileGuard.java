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
 * Checks that the file of a database is still the one that was opened, because SQLite continues to
 * write to a removed or replaced file. Checks at most every 200 milliseconds, and not at all if the
 * file system does not provide file keys. Thread-safe.
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

  /** Creates a guard of an existing file, or one that checks nothing. */
  static FileGuard of(Optional<Path> file) {
    return new FileGuard(file.orElse(null), file.map(FileGuard::key).orElse(null));
  }

  /**
   * Checks that the file was not removed or replaced.
   *
   * @throws FileMovedException if the file was removed or replaced
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
