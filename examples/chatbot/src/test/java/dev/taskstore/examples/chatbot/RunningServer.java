package dev.taskstore.examples.chatbot;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.examples.chatbot.http.HttpServer;
import dev.taskstore.examples.chatbot.http.HttpServer.Address;
import dev.taskstore.examples.chatbot.http.Token;
import dev.taskstore.examples.chatbot.http.TokenRegistry;
import dev.taskstore.examples.chatbot.mcp.TaskServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A server on a free port for the users ada and bob, whose rows contain secrets to look for. */
final class RunningServer implements AutoCloseable {

  static final String MARKER = "s3cret";

  private final Random random = new Random(1);
  private final Token adasToken = Token.generate(random);
  private final Token bobsToken = Token.generate(random);
  private final TaskStore store;
  private final UUID ada;
  private final UUID bob;
  private final HttpServer server;

  RunningServer(TckDatabase database) throws IOException {
    store = Databases.open(database);
    ada = store.users().insert(user("ada")).id();
    bob = store.users().insert(user("bob").id(SequentialIds.number(1_000_000))).id();
    TokenRegistry tokens =
        TokenRegistry.read(
                null,
                Map.of(
                    "TASKSTORE_CHATBOT_TOKENS",
                    adasToken.hash().line("ada") + "\n" + bobsToken.hash().line("bob")))
            .resolve(name -> store.users().findByUsername(name).map(user -> user.id()));
    server =
        HttpServer.start(
            new Address("127.0.0.1", 0, List.of(), List.of()),
            tokens,
            new TaskServer(store, FixedChatbot.CLOCK));
  }

  private static NewUser user(String name) {
    return NewUser.of(
        name, MARKER + "-" + name + "@example.com", PasswordHash.ofEncoded(MARKER + "-hash"));
  }

  TaskStore store() {
    return store;
  }

  UUID ada() {
    return ada;
  }

  UUID bob() {
    return bob;
  }

  URI uri() {
    return server.uri();
  }

  String adasToken() {
    return adasToken.secret();
  }

  /** Returns a client of ada's. */
  McpSyncClient adasClient() {
    return client(adasToken);
  }

  /** Returns a client of bob's. */
  McpSyncClient bobsClient() {
    return client(bobsToken);
  }

  private McpSyncClient client(Token token) {
    URI uri = server.uri();
    var transport =
        HttpClientStreamableHttpTransport.builder("http://" + uri.getHost() + ":" + uri.getPort())
            .endpoint(uri.getPath())
            .addHttpRequestCustomizer(
                (request, method, endpoint, body, context) ->
                    request.header("Authorization", "Bearer " + token.secret()))
            .build();
    McpSyncClient client = McpClient.sync(transport).requestTimeout(Duration.ofSeconds(60)).build();
    client.initialize();
    return client;
  }

  @Override
  public void close() throws IOException {
    server.close();
    store.close();
  }
}
