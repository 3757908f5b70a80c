package dev.taskstore.examples.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.examples.web.TestServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {

  private static HttpResponse<String> get(HttpClient client, String url)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  @Test
  void requestsAreAnsweredWhileTheServerDrainsAndAskClientsToLeave(@TempDir Path folder)
      throws IOException, InterruptedException, SQLException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    TestServer server = TestServer.start(TestServer.Kind.SQLITE, folder, Map.of("web.drain", "2s"));
    String page = server.url("/sign-in");
    HttpResponse<String> running = get(client, page);
    assertThat(running.statusCode()).isEqualTo(200);
    assertThat(running.headers().firstValue("Connection")).isNotEqualTo("close");

    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    int drained = 0;
    while (!closing.isDone()) {
      try {
        HttpResponse<String> response = get(client, page);
        assertThat(response.statusCode()).isEqualTo(200);
        drained += response.headers().firstValue("Connection").orElse("").equals("close") ? 1 : 0;
      } catch (ConnectException e) {
        break; // the server has stopped
      }
      Thread.sleep(20);
    }
    closing.join();

    assertThat(drained).isGreaterThan(10);
    assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(client, page));
  }
}
