package dev.taskstore.examples.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The result of a run of the console. */
record ConsoleRun(int exitCode, String out, String err) {

  static ConsoleRun of(String url, String... args) {
    List<String> all = new ArrayList<>(List.of("--db", url));
    all.addAll(List.of(args));
    return of(all);
  }

  static ConsoleRun of(List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Console.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    return new ConsoleRun(exitCode, out.toString(), err.toString());
  }
}
