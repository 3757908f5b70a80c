package dev.taskstore.examples.console;

import dev.taskstore.examples.console.text.Screen;
import java.util.Map;

/**
 * What is known about the terminal. Java cannot find out whether standard output is a terminal, so
 * the launcher script passes it in system properties.
 *
 * @param isOutput whether standard output is a terminal
 * @param isError whether standard error is a terminal
 * @param columns the width of standard output in columns, or {@link Screen#UNLIMITED} if it is not
 *     a terminal
 */
public record Terminal(boolean isOutput, boolean isError, int columns) {

  /** Files or pipes. */
  public static final Terminal NONE = new Terminal(false, false, Screen.UNLIMITED);

  /** The width of a terminal of unknown size. */
  private static final int DEFAULT_COLUMNS = 80;

  /**
   * Reads the system properties and the environment variable {@code COLUMNS}.
   *
   * @param variables the environment variables
   * @return the terminal
   */
  static Terminal ofProcess(Map<String, String> variables) {
    boolean isOutput = Boolean.getBoolean("taskstore.terminal.output");
    return new Terminal(
        isOutput,
        Boolean.getBoolean("taskstore.terminal.error"),
        isOutput
            ? columns(variables.get("COLUMNS"), System.getProperty("taskstore.terminal.columns"))
            : Screen.UNLIMITED);
  }

  /** Returns the first text that is a positive number, or the default. */
  static int columns(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && candidate.matches("[1-9][0-9]{0,4}")) {
        return Integer.parseInt(candidate);
      }
    }
    return DEFAULT_COLUMNS;
  }
}
