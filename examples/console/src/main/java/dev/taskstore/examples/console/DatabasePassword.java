package dev.taskstore.examples.console;

import dev.taskstore.db.Secrets;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The sources of a database user's password: a prompt, a file or the environment; never an
 * argument, which other users of the machine can see.
 */
final class DatabasePassword {

  private final String options;
  private final char[] typed;
  private final Path file;
  private final String variable;

  /**
   * Creates the sources.
   *
   * @param options the common start of the names of the options, such as {@code --db}
   * @param typed what the user typed at the prompt, or null
   * @param file the file of the option, or null
   * @param variable the name of the environment variable; with the suffix {@code _FILE}, it names a
   *     file
   */
  DatabasePassword(String options, char[] typed, Path file, String variable) {
    this.options = options;
    this.typed = typed;
    this.file = file;
    this.variable = variable;
  }

  /** Returns the password, which is empty if none is given. */
  String read(Map<String, String> environment) {
    if (typed != null && file != null) {
      throw refused(options + "-password and " + options + "-password-file exclude each other.");
    } else if (typed != null) {
      return new String(typed);
    }
    return file != null
        ? Secrets.ofFile(file)
        : Secrets.ofEnvironment(environment, variable).orElse("");
  }

  /** Checks that no option has a password without a user. */
  void requireNone() {
    if (typed != null || file != null) {
      throw refused("A password requires the name of its user: add " + options + "-user.");
    }
  }

  private static InvalidArgumentException refused(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }
}
