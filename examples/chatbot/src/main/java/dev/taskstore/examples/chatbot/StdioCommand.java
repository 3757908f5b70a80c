package dev.taskstore.examples.chatbot;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.examples.chatbot.mcp.StdioChannel;
import dev.taskstore.examples.chatbot.mcp.StdioTransport;
import dev.taskstore.examples.chatbot.mcp.TaskServer;
import io.modelcontextprotocol.server.McpSyncServer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves one user on standard input and output until the input ends. */
@Command(
    name = "stdio",
    description =
        "Serves the tasks of one user on standard input and output: the client starts it.")
final class StdioCommand implements Callable<Integer> {

  @ParentCommand private Chatbot chatbot;
  @Spec private CommandSpec spec;
  @Mixin private DatabaseOptions database;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      required = true,
      description = "The user whose tasks are served.")
  private String user;

  @Option(
      names = "--create-user",
      paramLabel = "EMAIL",
      description = "Create the user with this e-mail address and without a password, if missing.")
  private String email;

  @Override
  public Integer call() throws InterruptedException {
    Environment environment = chatbot.environment();
    try (ClosedAtExit closed = new ClosedAtExit()) {
      TaskStore store = closed.register(database.open(environment));
      User served = findOrCreate(store);
      StdioChannel channel = new StdioChannel(environment.in(), environment.out());
      McpSyncServer server =
          new TaskServer(store, environment.clock())
              .forUser(new StdioTransport(channel), served.id());
      closed.register((AutoCloseable) server::closeGracefully);
      channel.awaitEnd();
    }
    return 0;
  }

  private User findOrCreate(TaskStore store) {
    Optional<User> found = store.users().findByUsername(user);
    if (found.isEmpty() && email == null) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no user with the name of --user. Add --create-user EMAIL to create it.");
    }
    return found.orElseGet(
        () -> store.users().insert(NewUser.of(user, email, PasswordHash.locked())));
  }
}
