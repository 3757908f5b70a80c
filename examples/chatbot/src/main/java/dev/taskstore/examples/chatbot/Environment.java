package dev.taskstore.examples.chatbot;

import dev.taskstore.db.IdGenerator;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What the program uses of its process, besides the command line.
 *
 * @param in the standard input
 * @param out the standard output, which nothing but results and the protocol may use
 * @param err the standard error
 * @param variables the environment variables
 * @param clock the clock
 * @param ids the generator of identifiers
 * @param random the generator of tokens
 */
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Clock clock,
    IdGenerator ids,
    RandomGenerator random) {

  /** Returns the environment of this process. */
  static Environment ofProcess() {
    Clock clock = Clock.systemUTC();
    return new Environment(
        System.in,
        System.out,
        System.err,
        System.getenv(),
        clock,
        IdGenerator.timeOrdered(clock),
        new SecureRandom());
  }
}
