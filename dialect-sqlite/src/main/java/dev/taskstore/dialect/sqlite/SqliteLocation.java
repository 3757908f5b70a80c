package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a URL says that the database is. */
record SqliteLocation(String name) {

  static final String PREFIX = "jdbc:sqlite:";

  static SqliteLocation of(String url) {
    String rest = url.substring(PREFIX.length());
    int parameters = rest.indexOf('?');
    boolean memory = rest.contains("mode=memory");
    String name = parameters < 0 ? rest : rest.substring(0, parameters);
    return new SqliteLocation(memory ? "" : name);
  }

  /** Tells whether each connection would have a database of its own, gone when it is closed. */
  boolean isInMemory() {
    return name.isEmpty() || name.equals(":memory:") || name.equals("file::memory:");
  }

  Optional<Path> file() {
    if (isInMemory() || name.startsWith(":resource:")) {
      return Optional.empty();
    }
    String path = name.startsWith("file:") ? name.substring("file:".length()) : name;
    try {
      return Optional.of(Path.of(path).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw refused("its URL does not name a file");
    }
  }

  /** SQLite says no more than that it cannot open the file; this says why. */
  void ensureUsable() {
    file()
        .ifPresent(
            path -> {
              if (Files.isDirectory(path)) {
                throw refused(path + " is a folder. Name a file in it");
              }
              Path folder = path.getParent();
              if (folder != null && !Files.isDirectory(folder)) {
                throw refused("the folder " + folder + " does not exist. Create it first");
              }
            });
  }

  private static DatabaseOpenException refused(String why) {
    return new DatabaseOpenException(
        "The database cannot be opened: " + why + ".", FailureContext.NONE, null);
  }
}
