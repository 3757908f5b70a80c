package dev.taskstore.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlite.JDBC;

/**
 * Prevents that two copies of SQLite in one process open the same file. If several class loaders
 * load the driver, each has a copy of SQLite, and the operating system releases the file locks of
 * one copy when the other closes the file, which can damage the file. Only system properties are
 * common to all class loaders. Thread-safe.
 *
 * @see <a href="https://www.sqlite.org/howtocorrupt.html">How To Corrupt An SQLite Database File,
 *     section 2.2.1</a>
 */
final class FileClaim implements AutoCloseable {

  private static final String PROPERTY = "dev.taskstore.open.";
  private static final String COPY = Integer.toHexString(System.identityHashCode(JDBC.class)) + " ";

  private final String property;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FileClaim(String property) {
    this.property = property;
  }

  /**
   * Claims a file for this copy of SQLite, which may open it several times.
   *
   * @throws dev.taskstore.db.exception.DatabaseOpenException if another copy has opened the file
   */
  static FileClaim of(Path file) {
    FileClaim claim = new FileClaim(PROPERTY + real(file));
    Object holder =
        System.getProperties()
            .compute(claim.property, (name, value) -> value == null ? COPY + 1 : add(value, 1));
    if (!String.valueOf(holder).startsWith(COPY)) {
      throw SqliteLocation.refused(
          "another class loader of this process has opened the file "
              + file
              + " with a copy of SQLite's driver of its own. Two copies can damage the file. Close"
              + " the other store, or put the driver into a class loader that both share");
    }
    return claim;
  }

  /** Several paths can lead to one file, which may not exist yet. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      Path folder = file.getParent();
      return folder == null || Files.exists(file)
          ? file.normalize()
          : real(folder).resolve(file.getFileName());
    }
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      System.getProperties()
          .computeIfPresent(
              property, (name, value) -> value.equals(COPY + 1) ? null : add(value, -1));
    }
  }

  private static Object add(Object value, int change) {
    String text = String.valueOf(value);
    return text.startsWith(COPY)
        ? COPY + (Integer.parseInt(text.substring(COPY.length())) + change)
        : value;
  }
}
