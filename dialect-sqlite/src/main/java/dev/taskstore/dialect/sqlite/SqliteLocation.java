package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The location of the database in a JDBC URL, and the URL's parameters.
 *
 * @param name the file, its URI without parameters, or a name of an in-memory database
 * @param uriParameters the parameters of a file URI, which SQLite itself reads
 * @param settings the other parameters, which the driver reads
 * @see <a href="https://www.sqlite.org/uri.html">Uniform Resource Identifiers</a>
 */
record SqliteLocation(
    String name, Map<String, String> uriParameters, Map<String, String> settings) {

  static final String PREFIX = "jdbc:sqlite:";

  private static final String FILE_URI = "file:";

  static SqliteLocation of(String url) {
    String rest = url.substring(PREFIX.length()).strip();
    int question = rest.indexOf('?');
    if (question < 0 || isResource(rest)) {
      return new SqliteLocation(rest, Map.of(), Map.of());
    }
    String name = rest.substring(0, question);
    boolean uri = name.startsWith(FILE_URI);
    Map<String, String> uriParameters = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String parameter : rest.substring(question + 1).split("&")) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      boolean isSetting = !uri || SqliteSettings.isKnown(key);
      if (!parameter.isEmpty()) {
        (isSetting ? settings : uriParameters).putIfAbsent(key, value);
      }
    }
    return new SqliteLocation(name, uriParameters, settings);
  }

  private static boolean isResource(String name) {
    return name.startsWith(":resource:");
  }

  /** Returns whether each connection has its own in-memory database. */
  boolean isInMemory() {
    return name.isEmpty()
        || name.equals(":memory:")
        || name.equals("file::memory:")
        || "memory".equals(uriParameters.get("mode"));
  }

  Optional<Path> file() {
    if (isInMemory() || isResource(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(name.startsWith(FILE_URI) ? path(name) : name).toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw refused("its URL does not name a file");
    }
  }

  private static String path(String uri) {
    String path = uri.substring(FILE_URI.length()).replaceFirst("^//(localhost)?(?=/)", "");
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * Returns the URL for the driver, without the settings. The pools create a missing file
   * themselves, so that {@code mode=rwc} is left out: connections to an existing file must not
   * create it.
   */
  String driverUrl() {
    StringBuilder url = new StringBuilder(PREFIX).append(name);
    char separator = '?';
    for (Map.Entry<String, String> parameter : uriParameters.entrySet()) {
      if (!(parameter.getKey().equals("mode") && parameter.getValue().equals("rwc"))) {
        url.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
        separator = '&';
      }
    }
    return url.toString();
  }

  /** Returns whether the parameters of the URI allow a new file. */
  boolean mayCreate() {
    String mode = uriParameters.getOrDefault("mode", "rwc");
    return mode.equals("rwc") && !isImmutable();
  }

  private boolean isImmutable() {
    String value = uriParameters.getOrDefault("immutable", "0");
    return !value.equals("0") && !value.equals("no") && !value.equals("off");
  }

  /** Returns the database for messages: the file, or the URL's name. */
  String target() {
    try {
      return file().map(Path::toString).orElse(name.isEmpty() ? ":memory:" : name);
    } catch (DatabaseOpenException e) {
      return name;
    }
  }

  /** Returns the database for observers: the name of the file without its folder. */
  String namespace() {
    try {
      return file().map(Path::getFileName).map(Path::toString).orElse(":memory:");
    } catch (DatabaseOpenException e) {
      return ":memory:";
    }
  }

  /**
   * Reports why a file cannot be opened, which SQLite's error message does not contain.
   *
   * @param creates whether the settings allow a new file
   */
  void ensureUsable(boolean creates) {
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
              requireValidName(path);
              boolean exists = Files.exists(path);
              if (!exists && !(creates && mayCreate())) {
                throw refused(
                    "the file "
                        + path
                        + " does not exist, and the settings mode, immutable or open_mode do not"
                        + " allow creating it. Correct the path, or remove the setting");
              } else if (!exists && folder != null && !Files.isWritable(folder)) {
                throw refused(
                    "the file "
                        + path
                        + " does not exist, and the directory "
                        + folder
                        + " is not writable. Check its path and permissions");
              } else if (exists && !Files.isReadable(path)) {
                throw refused("the file " + path + " cannot be read. Check its permissions");
              }
            });
  }

  /** SQLite does not report the reason of the operating system, for example a long name. */
  private static void requireValidName(Path path) {
    Path longest = path.resolveSibling(path.getFileName() + SqliteMigrationLock.SUFFIX);
    try {
      Files.readAttributes(longest, BasicFileAttributes.class);
    } catch (NoSuchFileException | AccessDeniedException e) {
      // The name is valid.
    } catch (FileSystemException e) {
      throw refused(
          "the name "
              + path
              + " or that of a file that is added next to it, such as "
              + longest.getFileName()
              + ", is not valid: "
              + e.getReason()
              + ". Choose another name");
    } catch (IOException e) {
      // SQLite reports what is wrong with the file.
    }
  }

  static DatabaseOpenException refused(String why) {
    return new DatabaseOpenException(
        "The database cannot be opened: " + why + ".", FailureContext.NONE, null);
  }
}
