package dev.taskstore.examples.console;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
    name = "help",
    helpCommand = true,
    description = "Shows the help of a command, or the manual of all commands.")
final class HelpCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, for example: help migrate up. Default: the list of commands.")
  private List<String> words = List.of();

  @Option(
      names = "--man",
      description =
          "Print the manual page (section 1). Read it with: console help --man | man -l -")
  private boolean manual;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        String suggestion =
            Failures.suggestion(new UnmatchedArgumentException(command, List.of(word)));
        throw new ParameterException(command, "No such command: '" + word + "'" + suggestion);
      }
      command = next;
    }
    spec.commandLine()
        .getOut()
        .print(
            manual
                ? ManualPage.of(command.getCommandSpec())
                : command.getUsageMessage(command.getColorScheme()));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
