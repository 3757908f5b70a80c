package dev.taskstore.examples.console;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options in a shell.",
      "For this session: eval \"$(console completion bash)\". For all sessions, add this line to"
          + " ~/.bashrc or ~/.zshrc, with the path of the program."
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells; one script serves both. */
  enum Shell {
    BASH("bash"),
    ZSH("zsh");

    private final String literal;

    Shell(String literal) {
      this.literal = literal;
    }

    String literal() {
      return literal;
    }
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String script = AutoComplete.bash(spec.root().name(), spec.root().commandLine());
    spec.commandLine()
        .getOut()
        .print(shell == Shell.ZSH ? "autoload -Uz compinit && compinit\n" + script : script);
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
