package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Requests every route of the application as a user who sees nothing of another one. A new route
 * with a task in its path, or a new page, is covered without more; one that this class does not
 * cover fails it.
 */
@ExtendWith(SharedServer.Closing.class)
abstract class RouteIsolationTest {

  private static final String SECRET = "A plan that nobody else may read";
  private static final String SECRET_TAG = "secret-tag-of-ada";

  /** Routes that have no rows: sign-in and sign-up, which test their own rules. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of("POST /sign-up", "POST /sign-in/limited", "GET /sign-up");

  private final SharedServer shared;
  private final TaskStore store;
  private final User ada;
  private final User bob;
  private final HttpTestClient bobsApi;
  private final HttpTestClient bobsPages;
  private final Task secret;
  private final String adasJob;

  RouteIsolationTest(TestServer.Kind kind) {
    shared = SharedServer.of(kind);
    store = shared.server().store();
    ada = shared.newUser("ada");
    bob = shared.newUser("bob");
    bobsApi = shared.api(bob);
    bobsPages = shared.pages(bob);
    secret = store.tasks().insert(NewTask.of(ada.id(), SECRET).description(SECRET));
    store.tags().attach(secret.id(), SECRET_TAG);
    HttpTestClient adas = shared.pages(ada);
    adas.get("/import");
    String location =
        adas.upload("/import", "todo.txt", SECRET.getBytes(StandardCharsets.UTF_8), Map.of())
            .header("Location");
    adasJob = location.substring(location.lastIndexOf('/') + 1);
  }

  static final class SqliteTest extends RouteIsolationTest {
    SqliteTest() {
      super(TestServer.Kind.SQLITE);
    }
  }

  static final class PostgresTest extends RouteIsolationTest {
    PostgresTest() {
      super(TestServer.Kind.POSTGRES);
    }
  }

  @Test
  void noRouteShowsOrChangesTheTasksOfOthers() {
    routes().forEach(this::check);
    assertThat(store.tasks().getById(secret.id())).isEqualTo(secret);
    assertThat(store.tags().findByTask(secret.id(), PageRequest.first(9)).items())
        .extracting(tag -> tag.name())
        .containsExactly(SECRET_TAG);
    assertThat(store.users().findByTask(secret.id(), PageRequest.first(9)).items()).isEmpty();
    assertThat(store.tasks().countByUser(ada.id())).isEqualTo(2); // with the imported one
  }

  private Map<String, RequestMethod> routes() {
    Map<String, RequestMethod> routes = new TreeMap<>();
    shared
        .server()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.getBeanType().getName().startsWith("dev.taskstore.")) {
                assertThat(mapping.getMethodsCondition().getMethods()).as("%s", mapping).hasSize(1);
                for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                  mapping.getPatternValues().forEach(path -> routes.put(verb + " " + path, verb));
                }
              }
            });
    assertThat(routes).hasSizeGreaterThan(20);
    return routes;
  }

  private void check(String route, RequestMethod verb) {
    if (WITHOUT_ROWS.contains(route)) {
      return;
    }
    String pattern = route.substring(route.indexOf(' ') + 1);
    if (pattern.equals("/live")) {
      return; // endless; events contain no texts, and PagesTest reads them
    }
    String path = path(route, pattern);
    HttpTestClient.Response response = request(route, verb, path);
    assertThat(response.body()).as(route).doesNotContain(SECRET, SECRET_TAG, ada.email());
    if (pattern.contains("{id}") || pattern.contains("{job}")) {
      // A form that deletes a missing task answers as if it was deleted before.
      assertThat(response.status()).as(route).isIn(404, route.endsWith("/delete") ? 303 : 404);
    } else {
      assertThat(response.status()).as(route).isLessThan(500);
    }
  }

  private String path(String route, String pattern) {
    Map<String, String> values =
        Map.of("id", secret.id().toString(), "job", adasJob, "userId", bob.id().toString());
    Matcher variables = Pattern.compile("\\{(\\w+)}").matcher(pattern);
    return variables.replaceAll(
        variable -> {
          assertThat(values)
              .as("%s has no test of isolation", route)
              .containsKey(variable.group(1));
          return values.get(variable.group(1));
        });
  }

  private HttpTestClient.Response request(String route, RequestMethod verb, String path) {
    boolean isApi = path.startsWith("/api/v1/");
    String id = secret.id().toString();
    return switch (verb) {
      case GET -> (isApi ? bobsApi : bobsPages).get(path);
      case POST ->
          isApi
              ? bobsApi.json("POST", path, Map.of("id", id, "title", "Stolen"))
              : post(route, path);
      case PATCH ->
          bobsApi.json(
              "PATCH", path, Map.of("title", "Stolen", "tags", List.of("stolen")), "If-Match", "*");
      case PUT -> bobsApi.json("PUT", path, Map.of());
      case DELETE -> bobsApi.delete(path, "If-Match", "*");
      default -> throw new AssertionError(route + " has no test of isolation");
    };
  }

  private HttpTestClient.Response post(String route, String path) {
    bobsPages.get("/tasks");
    if (path.equals("/import")) {
      String line = "Stolen id:" + secret.id();
      return bobsPages.upload(path, "todo.txt", line.getBytes(StandardCharsets.UTF_8), Map.of());
    }
    boolean hasTask = route.contains("{id}");
    assertThat(hasTask || Set.of("/tasks", "/tasks/undo").contains(path))
        .as("%s has no test of isolation", route)
        .isTrue();
    return bobsPages.form(
        path,
        Map.of(
            "id", secret.id().toString(),
            "title", "Stolen",
            "base.title", "Other",
            "version", "0",
            "status", "completed",
            "priority", "high",
            "tags", "stolen",
            "collaborator", path.endsWith("/share") ? bob.username() : bob.id().toString(),
            "token", UUID.randomUUID().toString()));
  }
}
