package dev.taskstore.examples.console;

import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the program reads from its process, besides the command line.
 *
 * @param in the standard input
 * @param variables the environment variables
 * @param clock the clock; its zone is the user's, in which days and times are read and shown
 * @param terminal the terminal
 */
public record Environment(
    InputStream in, Map<String, String> variables, Clock clock, Terminal terminal) {

  /** Returns the environment of this process. */
  static Environment ofProcess() {
    Map<String, String> variables = System.getenv();
    return new Environment(
        System.in, variables, Clock.system(ZoneId.systemDefault()), Terminal.ofProcess(variables));
  }

  ZoneId zone() {
    return clock.getZone();
  }
}
