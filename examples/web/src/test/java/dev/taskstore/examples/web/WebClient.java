package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, does not follow redirects. */
public final class WebClient {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final TestServer server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final BrowserState state = new BrowserState();

  public WebClient(TestServer server) {
    this.server = server;
  }

  /** Signs up a new user, and is signed in then. */
  public WebClient signUp(String name) throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            "/sign-up",
            Map.of("username", name, "email", name + "@example.com", "password", password(name)));
    assertThat(response.statusCode()).isEqualTo(302);
    return this;
  }

  public static String password(String name) {
    return "the password of " + name;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET());
  }

  /** Posts a form with the token of the session. */
  public HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    return postWithToken(token(), path, form, headers);
  }

  /** Posts a form with a given token. */
  public HttpResponse<String> postWithToken(
      String token, String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>(form);
    fields.put("_csrf", token);
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(BrowserState.form(fields))));
  }

  /** Opens a stream of events. */
  public InputStream stream(String path) throws IOException, InterruptedException {
    return http.send(
            request(path).setHeader("Accept", "text/event-stream").GET().build(),
            BodyHandlers.ofInputStream())
        .body();
  }

  public String cookie(String name) {
    return state.cookie(name);
  }

  public void setCookie(String name, String value) {
    state.setCookie(name, value);
  }

  private String token() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/tasks");
    if (page.statusCode() != 200) {
      page = get("/sign-in");
    }
    Matcher matcher = TOKEN.matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url(path))).header("Accept", "text/html");
    state.addTo(request);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    state.remember(response);
    return response;
  }
}
