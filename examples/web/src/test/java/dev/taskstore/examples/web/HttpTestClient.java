package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.examples.web.api.OpenApiDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over a real port. Every response of the API is compared with the OpenAPI document. */
public final class HttpTestClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CSRF =
      Pattern.compile("(?:name=\"_csrf\" value|name=\"csrf\" content)=\"([^\"]+)\"");

  private final TestServer server;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final BrowserState state = new BrowserState();
  private String csrf = "";
  private boolean checked = true;

  private HttpTestClient(TestServer server) {
    this.server = server;
  }

  public static HttpTestClient anonymous(TestServer server) {
    return new HttpTestClient(server);
  }

  public static HttpTestClient basic(TestServer server, String username, String password) {
    HttpTestClient client = new HttpTestClient(server);
    String pair = username + ":" + password;
    client.headers.put(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    return client;
  }

  /** Stops the comparison with the OpenAPI document, which takes longer than most requests. */
  public HttpTestClient unchecked() {
    checked = false;
    return this;
  }

  public static HttpTestClient signedIn(TestServer server, String username, String password) {
    HttpTestClient client = new HttpTestClient(server);
    client.get("/sign-in");
    Response response = client.form("/sign-in", Map.of("username", username, "password", password));
    assertThat(response.header("Location")).endsWith("/tasks");
    client.get("/tasks");
    return client;
  }

  /** A response. */
  public record Response(int status, HttpResponse<byte[]> http) {

    public String body() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(http.body());
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }
  }

  public Response get(String path, String... more) {
    return send("GET", path, null, null, more);
  }

  public Response json(String method, String path, Object body, String... more) {
    return send(
        method,
        path,
        "application/json",
        BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)),
        more);
  }

  public Response delete(String path, String... more) {
    return send("DELETE", path, null, null, more);
  }

  /** Sends a form with the token that protects against forged requests. */
  public Response form(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", csrf);
    return send(
        "POST",
        path,
        "application/x-www-form-urlencoded",
        BodyPublishers.ofString(BrowserState.form(all)));
  }

  /** Sends a form with a file. */
  public Response upload(String path, String fileName, byte[] content, Map<String, String> fields) {
    String boundary = "boundary-of-the-test";
    StringBuilder start = new StringBuilder();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", csrf);
    all.forEach(
        (name, value) ->
            start.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    start.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(boundary, fileName));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofByteArrays(
            List.of(
                start.toString().getBytes(StandardCharsets.UTF_8),
                content,
                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  public Response send(
      String method, String path, String type, HttpRequest.BodyPublisher body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url(path)))
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? BodyPublishers.noBody() : body);
    headers.forEach(request::header);
    if (type != null) {
      request.header("Content-Type", type);
    }
    state.addTo(request);
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    try {
      HttpResponse<byte[]> http = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      remember(http);
      Response response = new Response(http.statusCode(), http);
      if (checked && path.startsWith("/api/v1/")) {
        OpenApiDocument.INSTANCE.check(method, path.split("\\?", 2)[0], response);
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void remember(HttpResponse<byte[]> http) {
    state.remember(http);
    Matcher token = CSRF.matcher(new String(http.body(), StandardCharsets.UTF_8));
    if (token.find()) {
      csrf = token.group(1);
    }
  }
}
