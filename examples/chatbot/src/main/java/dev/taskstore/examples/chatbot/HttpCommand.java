package dev.taskstore.examples.chatbot;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.chatbot.http.HttpServer;
import dev.taskstore.examples.chatbot.http.HttpServer.Address;
import dev.taskstore.examples.chatbot.http.TokenRegistry;
import dev.taskstore.examples.chatbot.mcp.TaskServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves users by HTTP until the process ends. */
@Command(
    name = "http",
    description = "Serves the tasks of many users by HTTP at /mcp. Each user has tokens.")
final class HttpCommand implements Callable<Integer> {

  @ParentCommand private Chatbot chatbot;
  @Mixin private DatabaseOptions database;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description =
          "The file with the hashes of tokens, which the command token prints. Default: the"
              + " environment variable TASKSTORE_CHATBOT_TOKENS contains the lines.")
  private Path tokens;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port; 0 selects a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--allowed-host",
      paramLabel = "HOST",
      description =
          "A value of the header Host to accept besides localhost, such as tasks.example.com or"
              + " tasks.example.com:*.")
  private List<String> hosts = List.of();

  @Option(
      names = "--allowed-origin",
      paramLabel = "ORIGIN",
      description = "A value of the header Origin to accept besides http://localhost:*.")
  private List<String> origins = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Environment environment = chatbot.environment();
    try (ClosedAtExit closed = new ClosedAtExit()) {
      TaskStore store = closed.register(database.open(environment));
      TokenRegistry registry =
          TokenRegistry.read(tokens, environment.variables())
              .resolve(name -> store.users().findByUsername(name).map(user -> user.id()));
      HttpServer server =
          closed.register(
              HttpServer.start(
                  new Address(host, port, hosts, origins),
                  registry,
                  new TaskServer(store, environment.clock())));
      environment.err().println("chatbot: listening on " + server.uri());
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
