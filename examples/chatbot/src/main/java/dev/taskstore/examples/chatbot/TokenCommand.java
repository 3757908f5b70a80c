package dev.taskstore.examples.chatbot;

import dev.taskstore.examples.chatbot.http.Token;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Creates a token of a user. */
@Command(
    name = "token",
    description =
        "Creates a token of a user: prints it once, and appends its hash to the file of http --tokens.")
final class TokenCommand implements Callable<Integer> {

  @ParentCommand private Chatbot chatbot;
  @Spec private CommandSpec spec;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "The user. The command does not check whether it exists.")
  private String user;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      required = true,
      description = "The file to append the hash to.")
  private Path tokens;

  @Override
  public Integer call() throws IOException {
    Token token = Token.generate(chatbot.environment().random());
    Files.writeString(
        tokens,
        token.hash().line(user) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    PrintWriter out = spec.commandLine().getOut();
    out.println(token.secret());
    return 0;
  }
}
