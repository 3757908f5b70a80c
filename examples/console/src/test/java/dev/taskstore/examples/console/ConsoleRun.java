package dev.taskstore.examples.console;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The result of a run of the console. */
public record ConsoleRun(int exitCode, String out, String err) {

  /** A Sunday. */
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T10:30:00.123456Z"), ZoneOffset.UTC);

  /** No terminal, no input, no environment variables. */
  public static final Environment PIPE =
      new Environment(InputStream.nullInputStream(), Map.of(), CLOCK, Terminal.NONE);

  static Environment terminal(int columns, Map<String, String> variables) {
    return new Environment(
        InputStream.nullInputStream(), variables, CLOCK, new Terminal(true, false, columns));
  }

  static Environment input(String text) {
    return new Environment(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Map.of(),
        CLOCK,
        Terminal.NONE);
  }

  static ConsoleRun of(String url, String... args) {
    return of(PIPE, url, args);
  }

  static ConsoleRun of(Environment environment, String url, String... args) {
    List<String> all = new ArrayList<>(List.of("--db", url));
    all.addAll(List.of(args));
    return of(environment, all);
  }

  static ConsoleRun of(List<String> args) {
    return of(PIPE, args);
  }

  static ConsoleRun of(Environment environment, List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Console.run(
            environment, new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    return new ConsoleRun(exitCode, out.toString(), err.toString());
  }
}
