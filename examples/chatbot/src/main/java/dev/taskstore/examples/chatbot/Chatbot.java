package dev.taskstore.examples.chatbot;

import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.examples.chatbot.http.TokenFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** A server of the Model Context Protocol (MCP) that gives chatbots the tasks of a user. */
@Command(
    name = "chatbot",
    description = "Serves the tasks of users to chatbots by the Model Context Protocol.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ChatbotVersion.class,
    sortOptions = false,
    subcommands = {StdioCommand.class, HttpCommand.class, TokenCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:success", "1:failure", "2:invalid usage"})
public final class Chatbot {

  /** Its INFO lines would be between those of the program. The log itself has a weak reference. */
  private static final Logger LIBRARY = Logger.getLogger("dev.taskstore.db");

  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean trace;

  private final Environment environment;

  Chatbot(Environment environment) {
    this.environment = environment;
  }

  Environment environment() {
    return environment;
  }

  /**
   * Runs the program and exits the virtual machine with its exit code.
   *
   * @param args the command-line arguments
   */
  public static void main(String... args) {
    LIBRARY.setLevel(Level.WARNING);
    System.exit(run(Environment.ofProcess(), args));
  }

  /**
   * Runs a command. Prints to {@code System.out} go to the standard error from now on.
   *
   * @param environment the environment of the process
   * @param args the command-line arguments
   * @return the exit code
   */
  public static int run(Environment environment, String... args) {
    System.setOut(environment.err());
    Locale.setDefault(Locale.ROOT); // messages about arguments are in English everywhere
    return new CommandLine(new Chatbot(environment))
        .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setExecutionExceptionHandler(Chatbot::report)
        .execute(args);
  }

  private static int report(Exception failure, CommandLine command, ParseResult result) {
    Chatbot chatbot = (Chatbot) command.getCommandSpec().root().userObject();
    boolean isExpected =
        failure instanceof DatabaseFailure
            || failure instanceof TokenFileException
            || failure instanceof IOException;
    String message = isExpected ? failure.getMessage() : failure + " (use --trace for details)";
    command.getErr().println("chatbot: " + message);
    if (chatbot.trace) {
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
