package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.examples.chatbot.http.HttpServer;
import dev.taskstore.examples.chatbot.http.HttpServer.Address;
import dev.taskstore.examples.chatbot.mcp.TaskServer;
import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authentication, checks of headers, and the separation of users by HTTP. */
class HttpServerTest {

  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  @TempDir private static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new RunningServer(Databases.sqlite(folder));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** Sends a request on a connection of its own and returns the whole response. */
  private static String send(String method, String body, String... headers) throws IOException {
    URI uri = server.uri();
    StringBuilder request =
        new StringBuilder(method + " " + uri.getPath() + " HTTP/1.1\r\n")
            .append("Accept: application/json, text/event-stream\r\n")
            .append("Content-Type: application/json\r\n")
            .append("Connection: close\r\n")
            .append("Content-Length: " + body.length() + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    try (Socket socket = new Socket(uri.getHost(), uri.getPort());
        InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String host(String name) {
    return "Host: " + name + ":" + server.uri().getPort();
  }

  private static String token() {
    return "Authorization: Bearer " + server.adasToken();
  }

  @Test
  void aRequestWithoutATokenIsUnauthorized() throws IOException {
    assertThat(send("POST", PING, host("localhost")))
        .startsWith("HTTP/1.1 401 ")
        .contains("WWW-Authenticate: Bearer realm=\"taskstore\"\r\n");
  }

  @Test
  void aRequestWithAWrongTokenIsUnauthorized() throws IOException {
    for (String header :
        List.of(
            token() + "x",
            token().substring(0, token().length() - 1),
            "Authorization: Bearer",
            "Authorization: Basic " + server.adasToken())) {
      assertThat(send("POST", PING, host("localhost"), header))
          .startsWith("HTTP/1.1 401 ")
          .contains("WWW-Authenticate: Bearer realm=\"taskstore\", error=\"invalid_token\"\r\n")
          .doesNotContain("taskstore_");
    }
  }

  @Test
  void requestsFromThisMachineAreAnswered() throws IOException {
    String port = ":" + server.uri().getPort();
    assertThat(send("POST", PING, host("localhost"), token())).startsWith("HTTP/1.1 200 ");
    assertThat(send("POST", PING, host("127.0.0.1"), token(), "Origin: http://localhost" + port))
        .startsWith("HTTP/1.1 200 ");
    assertThat(send("POST", PING, host("[::1]"), token(), "Origin: http://127.0.0.1:1234"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aRequestOfAnotherOriginOrHostIsRefused() throws IOException {
    assertThat(send("POST", PING, host("localhost"), token(), "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("tomcat");
    assertThat(send("POST", PING, host("localhost.evil.example"), token()))
        .startsWith("HTTP/1.1 421 ");
    assertThat(send("POST", PING, "Host: evil.example", token())).startsWith("HTTP/1.1 421 ");
  }

  @Test
  void thereAreNoSessionsAndNoStreams() throws IOException {
    assertThat(send("GET", "", host("localhost"), token())).startsWith("HTTP/1.1 405 ");
    assertThat(send("POST", PING, host("localhost"), token()))
        .doesNotContainIgnoringCase("Mcp-Session-Id");
  }

  @Test
  void requestsThatAreNoMessagesAreRefusedWithoutDetails() throws IOException {
    assertThat(send("POST", "{\"jsonrpc\":", host("localhost"), token()))
        .startsWith("HTTP/1.1 400 ")
        .contains("{\"code\":-32600,\"message\":\"Invalid message format\"}")
        .doesNotContain("stackTrace", "dev.taskstore", "modelcontextprotocol", "jackson");
  }

  @Test
  void usersDoNotSeeOrChangeTasksOfOthers() {
    Task secret = server.store().tasks().insert(NewTask.of(server.ada(), "Adas surprise for Bob"));
    server.store().tags().attach(secret.id(), "surprise");
    String id = secret.id().toString();
    try (McpSyncClient client = server.bobsClient()) {
      Conversation bob = new Conversation(client);
      bob.call("find-tasks", Map.of("ids", List.of(id)));
      bob.call("find-tasks", Map.of("tags", List.of("surprise")));
      bob.call("complete-tasks", Map.of("ids", List.of(id)));
      bob.call("delete-tasks", Map.of("ids", List.of(id)));
      bob.call("tag-tasks", Map.of("ids", List.of(id), "tags", List.of("seen")));
      bob.call("untag-tasks", Map.of("ids", List.of(id), "tags", List.of("surprise")));
      bob.call(
          "update-tasks",
          Map.of("tasks", List.of(Map.of("id", id, "version", 0, "title", "taken"))));
      bob.call("list-tags", Map.of());
      bob.call("statistics", Map.of());
      bob.read("tasks://task/" + id);

      assertThat(bob.responses())
          .noneMatch(answer -> answer.contains("Adas") || answer.contains("\"surprise\","))
          .filteredOn(answer -> answer.contains("not_found"))
          .hasSize(5);
      assertThat(bob.structure("list-tags", Map.of()).get("tags")).isEqualTo(List.of());
    }
    assertThat(server.store().tasks().getById(secret.id())).isEqualTo(secret);
  }

  @Test
  void aSharedTaskIsChangedByItsCollaboratorAndDeletedByItsOwnerOnly() {
    Task shared = server.store().tasks().insert(NewTask.of(server.ada(), "Book the room"));
    server.store().tasks().attachCollaborators(shared.id(), List.of(server.bob()));
    List<String> ids = List.of(shared.id().toString());
    try (McpSyncClient client = server.bobsClient()) {
      Conversation bob = new Conversation(client);
      assertThat(bob.call("find-tasks", Map.of("ids", ids)).structuredContent().toString())
          .contains("isShared=true");
      assertThat(bob.text("delete-tasks", Map.of("ids", ids)))
          .contains("not_owner", "Only the owner of a shared task can do this.");
      assertThat(bob.call("complete-tasks", Map.of("ids", ids)).isError()).isFalse();
      assertThat(bob.responses())
          .noneMatch(answer -> answer.contains("ada") || answer.contains(RunningServer.MARKER));
    }
    assertThat(server.store().tasks().getById(shared.id()).status())
        .isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void aFailureOfTheDatabaseIsReportedWithoutSql() throws IOException {
    try (RunningServer broken = new RunningServer(Databases.sqlite(folder));
        McpSyncClient client = broken.adasClient()) {
      Conversation ada = new Conversation(client);
      broken.store().dsl().execute("DROP TABLE task_tags");
      broken.store().dsl().execute("DROP TABLE tasks");

      assertThat(ada.call("statistics", Map.of()).isError()).isTrue();
      assertThat(ada.text("find-tasks", Map.of()))
          .isEqualTo(
              "find-tasks failed for a reason that is in the log of the server. Do not repeat the call"
                  + " unchanged; inform the user.");
      assertThat(ada.read("tasks://overdue"))
          .contains("-32603", "failed for a reason that is in the log of the server")
          .doesNotContain("select", "no such table", "Exception");
    }
  }

  @Test
  void aPortInUseIsNamed() {
    assertThatThrownBy(
            () ->
                HttpServer.start(
                    new Address("127.0.0.1", server.uri().getPort(), List.of(), List.of()),
                    null,
                    new TaskServer(server.store(), FixedChatbot.CLOCK)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot listen on 127.0.0.1:%d. Select another one with --host and --port.",
            server.uri().getPort());
  }
}
