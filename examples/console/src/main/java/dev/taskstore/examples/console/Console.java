package dev.taskstore.examples.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * A task manager for the command line. The same program keeps its tasks in a SQLite file or in any
 * other database that TaskStore speaks to.
 */
@Command(
    name = "console",
    description = "Manages tasks, in a SQLite file or in another database.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ConsoleVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%n",
    exitCodeList = {
      "0:done",
      "1:an unexpected failure",
      "2:wrong usage",
      "3:there is no such task, user or tag",
      "4:the input was refused: a broken file, an invalid value, or a conflict with what is stored",
      "5:the database cannot be used: unreachable, busy, or with an outdated schema",
      "6:the schema differs from its changelog (migrate drift)"
    })
public final class Console {

  @Mixin private DatabaseSettings database;

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean trace;

  DatabaseSettings database() {
    return database;
  }

  boolean isTracing() {
    return trace;
  }

  /**
   * Runs the program.
   *
   * @param args the command line
   */
  public static void main(String... args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int exitCode = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** The same bytes, whatever the platform's locale. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /**
   * Runs a command.
   *
   * @param out takes the output
   * @param err takes the messages
   * @param args the command line
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine(args).setOut(out).setErr(err).execute(args);
  }

  static CommandLine commandLine(String... args) {
    CommandLine commandLine = new CommandLine(new Console());
    Subcommands.of(args).forEach(commandLine::addSubcommand);
    Converters.register(commandLine);
    return commandLine
        .setParameterExceptionHandler(Failures::onUsage)
        .setExecutionExceptionHandler(Failures::onExecution);
  }
}
