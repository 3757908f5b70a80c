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
 * A command-line task manager. It stores tasks in a SQLite file by default, or in any other
 * database that has a TaskStore dialect.
 */
@Command(
    name = "console",
    description = "Manages tasks in a SQLite file or in another database.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ConsoleVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%n",
    exitCodeList = {
      "0:success",
      "1:unexpected failure",
      "2:invalid usage",
      "3:task, user or tag not found",
      "4:input rejected: malformed file, invalid value, or constraint violation",
      "5:database not usable: unreachable, busy, or schema out of date",
      "6:schema differs from its changelog (migrate drift)"
    })
public final class Console {

  @Mixin private DatabaseSettings database;

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean trace;

  DatabaseSettings database() {
    return database;
  }

  boolean isTracing() {
    return trace;
  }

  /**
   * Runs the program and exits the virtual machine with its exit code.
   *
   * @param args the command-line arguments
   */
  public static void main(String... args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int exitCode = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Writes UTF-8, whatever the encoding of the platform is. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /**
   * Runs a command.
   *
   * @param out the standard output
   * @param err the standard error
   * @param args the command-line arguments
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
