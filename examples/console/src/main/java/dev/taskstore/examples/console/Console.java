package dev.taskstore.examples.console;

import dev.taskstore.examples.console.text.Screen;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
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
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%n",
    exitCodeList = {
      "0:success",
      "1:unexpected failure",
      "2:invalid usage",
      "3:task, user or tag not found",
      "4:input rejected: malformed file, invalid value, or constraint violation",
      "5:database not usable: unreachable, busy, or schema out of date",
      "6:differences: migrate drift, check, copy --dry-run, verify"
    })
public final class Console {

  /** Its INFO lines would be between those of the program. The log itself has a weak reference. */
  private static final Logger LIBRARY = Logger.getLogger("dev.taskstore.db");

  private static final int HELP_COLUMNS = 80;
  private static final int MINIMUM_HELP_COLUMNS = 60;
  private static final int MAXIMUM_HELP_COLUMNS = 110;

  @Mixin private DatabaseSettings database;

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean trace;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Use colors: auto, always or never. Default: auto, on a terminal unless the environment"
              + " variable NO_COLOR is set.")
  private ColorMode color;

  private final Environment environment;

  Console(Environment environment) {
    this.environment = environment;
  }

  DatabaseSettings database() {
    return database;
  }

  Environment environment() {
    return environment;
  }

  /** Returns the properties of the output. */
  Screen screen() {
    return new Screen(environment.terminal().columns(), color.isColored(environment));
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
    LIBRARY.setLevel(Level.WARNING);
    StandardOutput output = new StandardOutput(FileDescriptor.out);
    PrintWriter out = output.writer();
    PrintWriter err = new StandardOutput(FileDescriptor.err).writer();
    int exitCode = run(Environment.ofProcess(), out, err, args);
    out.flush();
    if (output.failure().isPresent()) {
      err.print("console: standard output: " + output.failure().get().getMessage() + "\n");
      exitCode = Math.max(exitCode, ExitCode.FAILURE);
    }
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs a command.
   *
   * @param environment the environment of the process
   * @param out the standard output
   * @param err the standard error
   * @param args the command-line arguments
   * @return the exit code
   */
  public static int run(Environment environment, PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = commandLine(environment, args).setOut(out).setErr(err);
    return UndecodedText.isIn(args)
        ? Failures.print(commandLine, UndecodedText.message("An argument"), ExitCode.USAGE)
        : commandLine.execute(args);
  }

  static CommandLine commandLine(Environment environment, String... args) {
    CommandLine commandLine = new CommandLine(new Console(environment));
    Subcommands.of(args).forEach(commandLine::addSubcommand);
    Converters.register(commandLine, environment.clock());
    int columns = environment.terminal().columns();
    return commandLine
        .setExpandAtFiles(false)
        .setUsageHelpWidth(
            columns == Screen.UNLIMITED
                ? HELP_COLUMNS
                : Math.min(Math.max(columns, MINIMUM_HELP_COLUMNS), MAXIMUM_HELP_COLUMNS))
        .setExecutionStrategy(Console::execute)
        .setParameterExceptionHandler(Failures::onUsage)
        .setExecutionExceptionHandler(Failures::onExecution);
  }

  private static int execute(ParseResult result) {
    CommandLine root = result.commandSpec().root().commandLine();
    boolean isColored = ((Console) result.commandSpec().root().userObject()).screen().isColored();
    root.setColorScheme(Help.defaultColorScheme(isColored ? Ansi.ON : Ansi.OFF));
    return new RunLast().execute(result);
  }
}
