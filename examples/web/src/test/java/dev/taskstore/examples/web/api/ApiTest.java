package dev.taskstore.examples.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.PasswordHash;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.examples.web.HttpTestClient;
import dev.taskstore.examples.web.HttpTestClient.Response;
import dev.taskstore.examples.web.SharedServer;
import dev.taskstore.examples.web.TestServer;
import dev.taskstore.examples.web.task.DueFilter;
import dev.taskstore.examples.web.task.StatusFilter;
import dev.taskstore.examples.web.task.TaskSort;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Closing.class)
abstract class ApiTest {

  private static final String TASKS = "/api/v1/tasks";

  private final SharedServer shared;
  private User ada;
  private User bob;
  private HttpTestClient adas;
  private HttpTestClient bobs;

  ApiTest(TestServer.Kind kind) {
    shared = SharedServer.of(kind);
  }

  static final class SqliteTest extends ApiTest {
    SqliteTest() {
      super(TestServer.Kind.SQLITE);
    }
  }

  static final class PostgresTest extends ApiTest {
    PostgresTest() {
      super(TestServer.Kind.POSTGRES);
    }
  }

  @BeforeEach
  void createUsers() {
    ada = shared.newUser("ada");
    bob = shared.newUser("bob");
    adas = shared.api(ada);
    bobs = shared.api(bob);
  }

  private JsonNode create(Object... fields) {
    Response response = adas.json("POST", TASKS, fields(fields));
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    return response.json();
  }

  private static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private static String path(JsonNode task) {
    return TASKS + "/" + task.path("id").stringValue();
  }

  private static List<String> titles(Response response) {
    List<String> titles = new ArrayList<>();
    response.json().path("items").forEach(task -> titles.add(task.path("title").stringValue()));
    return titles;
  }

  private void refused(Response response, int status, String problem) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    assertThat(response.json().path("type").stringValue())
        .isEqualTo("urn:problem:taskstore:" + problem);
  }

  @Test
  void createsATaskAndReturnsItsLocationAndEntityTag() {
    Response created =
        adas.json(
            "POST",
            TASKS,
            fields(
                "title", "Ship 1.0",
                "description", "With notes",
                "priority", "high",
                "status", "in_progress",
                "dueAt", "2030-01-02T03:04:05+01:00",
                "assigneeId", bob.id().toString(),
                "tags", List.of("urgent", "release")));
    assertThat(created.status()).isEqualTo(201);
    Response read = adas.get(created.header("Location"));
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).startsWith("\"0-");
    assertThat(read.json().path("dueAt").stringValue()).isEqualTo("2030-01-02T02:04:05Z");
    assertThat(read.json().path("tags").toString()).isEqualTo("[\"release\",\"urgent\"]");
    assertThat(read.json().path("ownerId").stringValue()).isEqualTo(ada.id().toString());
  }

  @Test
  void returnsNothingToAClientThatHasTheResponse() {
    JsonNode task = create("title", "Unchanged");
    for (String path : List.of(path(task), TASKS, "/api/v1/statistics", "/api/v1/me")) {
      String tag = adas.get(path).header("ETag");
      assertThat(adas.get(path, "If-None-Match", tag).status()).as(path).isEqualTo(304);
    }
    adas.json("PATCH", path(task), fields("title", "Changed"), "If-Match", "*");
    assertThat(adas.get(path(task), "If-None-Match", "\"0\"").status()).isEqualTo(200);
  }

  @Test
  void combinesFiltersAndReturnsPages() {
    for (int i = 1; i <= 5; i++) {
      create("title", "Wanted " + i, "priority", "high", "tags", List.of("page"));
    }
    create("title", "Wanted low", "priority", "low", "tags", List.of("page"));
    create("title", "Other", "priority", "high", "tags", List.of("page"));
    create("title", "Wanted untagged", "priority", "high");
    String query = TASKS + "?text=WANTED&priority=high&tag=page&sort=title&size=2";
    List<String> titles = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      Response page = adas.get(query + next);
      titles.addAll(titles(page));
      String token = page.json().path("next").stringValue(null);
      next = token == null ? null : "&page=" + token;
      pages++;
    } while (next != null);
    assertThat(titles).containsExactly("Wanted 1", "Wanted 2", "Wanted 3", "Wanted 4", "Wanted 5");
    assertThat(pages).isEqualTo(3);
    assertThat(titles(adas.get(TASKS + "?assignee=@nobody&status=pending"))).hasSize(8);
    assertThat(titles(adas.get(TASKS + "?due=none&status=completed&zone=Europe/Berlin"))).isEmpty();
  }

  @Test
  void changesOnlyTheFieldsOfAMergePatch() {
    JsonNode task = create("title", "Before", "description", "Kept", "tags", List.of("a", "b"));
    Response changed =
        adas.send(
            "PATCH",
            path(task),
            "application/merge-patch+json",
            BodyPublishers.ofString("{\"title\": \"After\", \"tags\": [\"b\", \"c\"]}"),
            "If-Match",
            "\"0\"");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().path("title").stringValue()).isEqualTo("After");
    assertThat(changed.json().path("description").stringValue()).isEqualTo("Kept");
    assertThat(changed.json().path("tags").toString()).isEqualTo("[\"b\",\"c\"]");
    assertThat(changed.json().path("version").intValue()).isEqualTo(1);
    Response removed =
        adas.json(
            "PATCH",
            path(task),
            "{\"description\": null, \"tags\": null, \"status\": \"completed\"}",
            "If-Match",
            changed.header("ETag"));
    assertThat(removed.json().path("description").isNull()).isTrue();
    assertThat(removed.json().path("tags").size()).isZero();
    assertThat(removed.json().path("completedAt").isNull()).isFalse();
  }

  @Test
  void refusesAChangeOfAnotherVersion() {
    JsonNode task = create("title", "Contended");
    String old = adas.get(path(task)).header("ETag");
    adas.json("PATCH", path(task), fields("tags", List.of("new")), "If-Match", old);
    refused(adas.json("PATCH", path(task), fields("title", "Lost"), "If-Match", old), 412, "stale");
    refused(
        adas.json("PATCH", path(task), fields("title", "Lost"), "If-Match", "W/\"1\""),
        412,
        "stale");
    refused(adas.delete(path(task), "If-Match", old), 412, "stale");
    refused(adas.json("PATCH", path(task), fields("title", "Lost")), 428, "precondition-required");
    refused(adas.delete(path(task)), 428, "precondition-required");
    assertThat(adas.get(path(task)).json().path("title").stringValue()).isEqualTo("Contended");
    assertThat(adas.delete(path(task), "If-Match", "\"0\", \"1\"").status()).isEqualTo(204);
    refused(adas.get(path(task)), 404, "not-found");
  }

  @Test
  void refusesATagChangeThatTheVersionDoesNotShow() {
    JsonNode task = create("title", "Tagged");
    String old = adas.get(path(task)).header("ETag");
    shared.server().store().tags().attach(UUID.fromString(task.path("id").stringValue()), "other");
    refused(
        adas.json("PATCH", path(task), fields("tags", List.of()), "If-Match", old), 412, "stale");
  }

  @Test
  void refusesInvalidBodies() {
    for (String body :
        List.of(
            "{\"title\": \"\"}",
            "{}",
            "{\"title\": 7}",
            "{\"title\": \"x\", \"version\": 7}",
            "{\"title\": \"x\", \"status\": \"done\"}",
            "{\"title\": \"x\", \"priority\": null}",
            "{\"title\": \"x\", \"dueAt\": \"tomorrow\"}",
            "{\"title\": \"x\", \"assigneeId\": \"1-1-1-1-1\"}",
            "{\"title\": \"x\", \"tags\": [7]}",
            "{\"title\": \"x\", \"tags\": [\"\"]}",
            "{\"title\": \"x\\u0000\"}",
            "[]")) {
      refused(adas.json("POST", TASKS, body), 400, "invalid-argument");
    }
    assertThat(titles(adas.get(TASKS))).isEmpty();
  }

  @Test
  void namesTheFieldOfAnInvalidValueAndNotTheValue() {
    Response response = adas.json("POST", TASKS, fields("title", "secret".repeat(50)));
    refused(response, 400, "invalid-argument");
    assertThat(response.json().path("table").stringValue()).isEqualTo("tasks");
    assertThat(response.json().path("columns").toString()).isEqualTo("[\"title\"]");
    assertThat(response.body()).doesNotContain("secret");
  }

  @Test
  void refusesAnInvalidRequest() {
    refused(adas.json("POST", TASKS, "{\"title"), 400, "invalid-request");
    refused(adas.get(TASKS + "/not-a-uuid"), 400, "invalid-request");
    refused(adas.get(TASKS + "?status=secret"), 400, "invalid-request");
    refused(adas.get(TASKS + "?zone=Nowhere"), 400, "invalid-request");
    refused(adas.get(TASKS + "?page=damaged"), 400, "invalid-argument");
    refused(adas.get(TASKS + "?size=201"), 400, "invalid-argument");
    refused(adas.get(TASKS + "?size=0"), 400, "invalid-argument");
    refused(
        adas.send("POST", TASKS, "text/plain", BodyPublishers.ofString("x")),
        415,
        "invalid-request");
    refused(adas.get("/api/v1/nothing"), 404, "invalid-request");
    Response method = adas.send("PUT", TASKS, "application/json", BodyPublishers.ofString("{}"));
    refused(method, 405, "invalid-request");
    assertThat(method.header("Allow")).contains("GET", "POST");
  }

  @Test
  void namesTheViolatedConstraint() {
    String id = UUID.randomUUID().toString();
    create("title", "First", "id", id);
    Response unique = adas.json("POST", TASKS, fields("title", "Second", "id", id));
    refused(unique, 409, "unique-violation");
    assertThat(unique.json().path("constraint").stringValue()).isEqualTo("pk_tasks");
    String nobody = UUID.randomUUID().toString();
    Response key = adas.json("POST", TASKS, fields("title", "Third", "assigneeId", nobody));
    refused(key, 422, "foreign-key-violation");
    assertThat(key.json().path("constraint").stringValue()).isEqualTo("fk_tasks_assignee_id");
    assertThat(unique.body() + key.body()).doesNotContain(id).doesNotContain(nobody);
  }

  @Test
  void sharesATaskAndKeepsTheRightsOfTheOwner() {
    JsonNode task = create("title", "Shared");
    String collaborators = path(task) + "/collaborators";
    String bobAt = collaborators + "/" + bob.id();
    refused(bobs.get(path(task)), 404, "not-found");
    assertThat(adas.send("PUT", bobAt, null, null).status()).isEqualTo(204);
    assertThat(adas.send("PUT", bobAt, null, null).status()).isEqualTo(204);
    assertThat(adas.get(collaborators).json().path("items").get(0).path("username").stringValue())
        .isEqualTo(bob.username());
    assertThat(titles(bobs.get(TASKS))).containsExactly("Shared");
    assertThat(
            bobs.json("PATCH", path(task), fields("title", "Edited"), "If-Match", "\"0\"").status())
        .isEqualTo(200);
    refused(bobs.delete(path(task), "If-Match", "*"), 403, "not-permitted");
    refused(bobs.delete(bobAt), 403, "not-permitted");
    refused(bobs.send("PUT", collaborators + "/" + ada.id(), null, null), 403, "not-permitted");
    refused(
        bobs.json("PATCH", path(task), fields("assigneeId", bob.id().toString()), "If-Match", "*"),
        403,
        "not-permitted");
    refused(
        adas.send("PUT", collaborators + "/" + UUID.randomUUID(), null, null),
        422,
        "foreign-key-violation");
    assertThat(adas.delete(bobAt).status()).isEqualTo(204);
    refused(bobs.get(path(task)), 404, "not-found");
  }

  @Test
  void countsAndListsWhatTheUserSees() {
    create("title", "Done", "status", "completed");
    create("title", "Late", "dueAt", "2020-01-01T00:00:00Z", "tags", List.of("late"));
    create("title", "Bob's", "assigneeId", bob.id().toString(), "priority", "high");
    JsonNode mine = adas.get("/api/v1/statistics").json();
    assertThat(mine.path("own").path("total").intValue()).isEqualTo(3);
    assertThat(mine.path("own").path("completed").intValue()).isEqualTo(1);
    assertThat(mine.path("overdue").intValue()).isEqualTo(1);
    assertThat(mine.path("high").intValue()).isEqualTo(1);
    JsonNode others = bobs.get("/api/v1/statistics").json();
    assertThat(others.path("own").path("total").intValue()).isZero();
    assertThat(others.path("assigned").intValue()).isEqualTo(1);
    assertThat(others.path("shared").intValue()).isEqualTo(1);
    assertThat(adas.get("/api/v1/tags").json().path("items").toString())
        .isEqualTo("[{\"name\":\"late\",\"tasks\":1}]");
    assertThat(adas.get("/api/v1/me").json().path("email").stringValue()).isEqualTo(ada.email());
    JsonNode users = adas.get("/api/v1/users?size=200").json();
    assertThat(users.toString()).contains(bob.username()).doesNotContain("@example.com");
  }

  @Test
  void requiresCredentialsOnEachRequest() {
    HttpTestClient anonymous = HttpTestClient.anonymous(shared.server());
    Response response = anonymous.get(TASKS);
    refused(response, 401, "unauthorized");
    assertThat(response.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(adas.get(TASKS).header("Set-Cookie")).isEmpty();
    refused(shared.pages(ada).get(TASKS), 401, "unauthorized");
    assertThat(anonymous.get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void forgetsCredentialsWhenThePasswordChanges() {
    assertThat(adas.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(adas.get("/api/v1/me").status()).isEqualTo(200);
    shared
        .server()
        .store()
        .users()
        .update(ada.id(), UserChanges.none().passwordHash(PasswordHash.locked()));
    refused(adas.get("/api/v1/me"), 401, "unauthorized");
  }

  @Test
  void limitsFailedSignIns() {
    HttpTestClient wrong =
        HttpTestClient.basic(shared.server(), ada.username(), "another password");
    for (int i = 0; i < SharedServer.FAILURES; i++) {
      refused(wrong.get("/api/v1/me"), 401, "unauthorized");
    }
    Response limited = wrong.get("/api/v1/me");
    refused(limited, 429, "too-many-attempts");
    assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 300);
    refused(adas.get("/api/v1/me"), 429, "too-many-attempts");
    assertThat(bobs.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void documentsEveryRouteAndParameter() {
    Set<String> routes =
        shared
            .server()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(
                mapping ->
                    mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(
                            method ->
                                mapping.getPatternValues().stream()
                                    .map(pattern -> method + " " + pattern)))
            .filter(route -> route.contains(" /api/v1/"))
            .collect(Collectors.toSet());
    assertThat(OpenApiDocument.INSTANCE.routes()).containsExactlyInAnyOrderElementsOf(routes);
    JsonNode parameters =
        OpenApiDocument.INSTANCE
            .document()
            .path("paths")
            .path(TASKS)
            .path("get")
            .path("parameters");
    documents(parameters.get(0), StatusFilter.values());
    documents(parameters.get(4), DueFilter.values());
    documents(parameters.get(6), TaskSort.values());
  }

  private static void documents(JsonNode parameter, Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    parameter.path("schema").path("enum").forEach(name -> names.add(name.stringValue()));
    assertThat(names)
        .containsExactlyElementsOf(
            Arrays.stream(constants)
                .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
  }
}
