package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The location of the database in a JDBC URL. */
record SqliteLocation(String name) {

  static final String PREFIX = "jdbc:sqlite:";

  static SqliteLocation of(String url) {
    String rest = url.substring(PREFIX.length());
    int parameters = rest.indexOf('?');
    boolean memory = rest.contains("mode=memory");
    String name = parameters < 0 ? rest : rest.substring(0, parameters);
    return new SqliteLocation(memory ? "" : name);
  }

  /** Returns whether each connection has its own in-memory database. */
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

  /** Reports why a file cannot be opened, which SQLite's error message does not contain. */
  void ensureUsable() {
    file()
        .ifPresent(
            path -> {
              if (Files.isDirectory(path)) {
                throw refused(path + " is a directory. Specify a file in it");
              }
              Path folder = path.getParent();
              if (folder != null && !Files.isDirectory(folder)) {
                throw refused("the directory " + folder + " does not exist. Create it first");
              }
            });
  }

  private static DatabaseOpenException refused(String why) {
    return new DatabaseOpenException(
        "The database cannot be opened: " + why + ".", FailureContext.NONE, null);
  }
}
