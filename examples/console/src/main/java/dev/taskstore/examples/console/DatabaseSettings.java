package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that select the database. */
final class DatabaseSettings {

  @Option(
      names = "--db",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      defaultValue = "${env:TASKSTORE_DB}",
      description =
          "The JDBC URL of the database. Default: the environment variable TASKSTORE_DB, or else the"
              + " SQLite file taskstore/tasks.db in your data folder.")
  private String url;

  @Option(
      names = "--db-user",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description =
          "The database user. The environment variable TASKSTORE_DB_PASSWORD contains the password,"
              + " or TASKSTORE_DB_PASSWORD_FILE names its file.")
  private String user;

  @Option(
      names = "--db-password",
      scope = ScopeType.INHERIT,
      interactive = true,
      description = "Prompt for the password of the database user.")
  private char[] password;

  @Option(
      names = "--db-password-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The file with the password of the database user.")
  private Path passwordFile;

  TaskStore open(MigrationMode mode, Environment environment) throws IOException {
    return open(
        isGiven(url) ? url : defaultUrl(),
        user,
        new DatabasePassword("--db", password, passwordFile, "TASKSTORE_DB_PASSWORD"),
        mode,
        environment);
  }

  /** Opens another database than the one of the options. */
  static TaskStore open(
      String location,
      String user,
      DatabasePassword password,
      MigrationMode mode,
      Environment environment) {
    UndecodedText.check("The URL of the database", location);
    TaskStore.Builder builder = TaskStore.builder().url(location).migrationMode(mode);
    if (user != null) {
      builder.credentials(user, password.read(environment.variables()));
    } else {
      password.requireNone();
    }
    return builder.open();
  }

  /** Returns the location of the database without parameters, which may be secret. */
  String location() {
    return isGiven(url) ? url.replaceFirst("\\?.*", "") : "jdbc:sqlite:" + defaultFile();
  }

  private static Path defaultFile() {
    return dataFolder(
            System.getProperty("os.name"), System.getProperty("user.home"), System.getenv())
        .resolve("tasks.db");
  }

  private static String defaultUrl() throws IOException {
    Path file = defaultFile();
    Files.createDirectories(file.getParent());
    return "jdbc:sqlite:" + file;
  }

  /** Returns the folder where programs store user data, by the convention of each system. */
  static Path dataFolder(String system, String home, Map<String, String> environment) {
    Path parent;
    if (system.startsWith("Windows")) {
      String roaming = environment.get("APPDATA");
      parent = isGiven(roaming) ? Path.of(roaming) : Path.of(home, "AppData", "Roaming");
    } else if (system.startsWith("Mac")) {
      parent = Path.of(home, "Library", "Application Support");
    } else {
      String xdg = environment.get("XDG_DATA_HOME");
      parent = isGiven(xdg) ? Path.of(xdg) : Path.of(home, ".local", "share");
    }
    return parent.resolve("taskstore");
  }

  private static boolean isGiven(String value) {
    return value != null && !value.isEmpty();
  }
}
