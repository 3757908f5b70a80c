package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.UserName;
import dev.taskstore.db.PageRequest;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages over HTTP. A subclass for each database starts one application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PagesTest {

  private static final String[] FRAGMENT = {"HX-Request", "true"};
  private static final Pattern OPEN_LINK = Pattern.compile("id=\"open-([0-9a-f-]{36})\"");
  private static final Pattern NEXT_LINK =
      Pattern.compile("hx-get=\"(/tasks\\?[^\"]*page=[^\"]*)\"");

  private final TestServer.Kind kind;
  private TestServer server;
  private TaskStore store;
  private String startLog;
  private int users;
  private String ada;
  private String bob;
  private WebClient adas;
  private WebClient bobs;

  PagesTest(TestServer.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      server =
          TestServer.start(
              kind,
              folder,
              Map.of(
                  "web.sample-data", "true",
                  "web.password-memory-kib", "64",
                  "logging.level.dev.taskstore.examples.web", "info"));
    } finally {
      System.setOut(console);
    }
    startLog = log.toString(StandardCharsets.UTF_8);
    store = server.store();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Two new users for each test. */
  @BeforeEach
  void signUp() throws IOException, InterruptedException {
    users++;
    ada = "ada" + users;
    bob = "bob" + users;
    adas = new WebClient(server).signUp(ada);
    bobs = new WebClient(server).signUp(bob);
  }

  private UUID id(String name) {
    return store.users().findByUsername(name).orElseThrow().id();
  }

  private Task insert(String owner, String title) {
    return store.tasks().insert(NewTask.of(id(owner), title));
  }

  private static List<UUID> tasks(HttpResponse<String> page) {
    List<UUID> ids = new ArrayList<>();
    Matcher matcher = OPEN_LINK.matcher(page.body());
    while (matcher.find()) {
      ids.add(UUID.fromString(matcher.group(1)));
    }
    return ids;
  }

  private Map<String, String> form(Task task, Map<String, String> changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("version", String.valueOf(task.version()));
    Map<String, String> shown =
        Map.of(
            "title", task.title(),
            "description", String.valueOf(task.description()).replace("null", ""),
            "status", "pending",
            "priority", "medium",
            "due", "",
            "assignee", "",
            "tags", "");
    shown.forEach((name, value) -> form.put("base." + name, value));
    form.putAll(shown);
    form.putAll(changes);
    return form;
  }

  @Test
  void theSampleUsersSignInWithThePasswordInTheLogOnly() throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile("Sample users: ada, grace, alan. Their password is (\\S+) and")
            .matcher(startLog);
    assertThat(line.find()).isTrue();
    WebClient client = new WebClient(server);
    assertThat(
            client
                .post("/sign-in", Map.of("username", "grace", "password", line.group(1)))
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(path -> assertThat(path).contains("/tasks"));
    assertThat(client.get("/tasks").body()).contains("Ship 1.0", "From ada");

    WebClient stranger = new WebClient(server);
    assertThat(
            stranger
                .post("/sign-in", Map.of("username", "grace", "password", "grace"))
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(path -> assertThat(path).endsWith("/sign-in?error"));
  }

  @Test
  void sessionsAreProtected() throws IOException, InterruptedException {
    WebClient client = new WebClient(server);
    HttpResponse<String> page = client.get("/sign-in");
    assertThat(page.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
    assertThat(page.body()).doesNotContain("<script>", "<style", "style=", "onclick");

    String anonymous = client.cookie("session");
    client.post("/sign-in", Map.of("username", ada, "password", WebClient.password(ada)));
    String signedIn = client.cookie("session");
    assertThat(signedIn).isNotEqualTo(anonymous);
    assertThat(client.get("/tasks").statusCode()).isEqualTo(200);

    client.post("/sign-out", Map.of());
    client.setCookie("session", signedIn);
    assertThat(client.get("/tasks").statusCode()).isEqualTo(302);
    assertThat(client.get("/tasks", FRAGMENT).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesAFormWithoutTheTokenOfTheSession() throws IOException, InterruptedException {
    Task task = insert(ada, "Ship 1.0");
    String path = "/tasks/" + task.id() + "/delete";
    assertThat(adas.postWithToken("wrong", path, Map.of()).statusCode()).isEqualTo(403);
    assertThat(adas.postWithToken("", path, Map.of()).statusCode()).isEqualTo(403);
    assertThat(tasks(adas.get("/tasks"))).containsExactly(task.id());
  }

  @Test
  void explainsWhyASignUpIsRefused() throws IOException, InterruptedException {
    WebClient client = new WebClient(server);
    assertThat(
            client
                .post(
                    "/sign-up",
                    Map.of("username", ada, "email", "new@example.com", "password", "long enough!"))
                .body())
        .contains("This name is taken.");
    assertThat(
            client
                .post(
                    "/sign-up",
                    Map.of(
                        "username", ada + "x",
                        "email", ada + "@example.com",
                        "password", "long enough!"))
                .body())
        .contains("An account with this address exists.");
    assertThat(
            client
                .post(
                    "/sign-up",
                    Map.of("username", "x".repeat(65), "email", "x", "password", "short"))
                .body())
        .contains("Enter an e-mail address", "at least 10 characters")
        .doesNotContain("short\"");
    assertThat(
            client
                .post(
                    "/sign-up",
                    Map.of(
                        "username", "x".repeat(65),
                        "email", "y@example.com",
                        "password", "long enough!"))
                .body())
        .contains("Enter a name of 1 to 64 characters.");
  }

  @Test
  void createsATaskWithAllItsFields() throws IOException, InterruptedException {
    adas.setCookie("zone", "Asia%2FTokyo");
    HttpResponse<String> response =
        adas.post(
            "/tasks",
            Map.of(
                "title", "Ship 1.0",
                "description", "One\r\nTwo",
                "status", "in-progress",
                "priority", "high",
                "due", "2027-01-15",
                "assignee", bob,
                "tags", "release, urgent,, release",
                "from", "/tasks?status=any"));
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/tasks?status=any");

    Task task = store.tasks().findByUser(id(ada), PageRequest.first(1)).items().get(0);
    assertThat(task.description()).isEqualTo("One\nTwo");
    assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);
    assertThat(task.priority()).isEqualTo(TaskPriority.HIGH);
    assertThat(task.dueAt()).isEqualTo(Instant.parse("2027-01-15T14:59:59.999999Z"));
    assertThat(task.assigneeId()).isEqualTo(id(bob));
    assertThat(store.tasks().withTags(List.of(task)).get(0).tags())
        .extracting(Tag::name)
        .containsExactlyInAnyOrder("release", "urgent");
    assertThat(adas.get("/tasks").body()).contains("Task added.", "Due: 15 Jan 2027<");
    assertThat(adas.get("/tasks").body()).doesNotContain("Task added.");
    assertThat(bobs.get("/tasks").body()).contains("Ship 1.0", "From " + ada);
  }

  @Test
  void showsTheReasonAtTheFieldThatWasRefused() throws IOException, InterruptedException {
    assertThat(refusal(Map.of("title", " "))).contains("Enter a title of 1 to 255 characters.");
    assertThat(refusal(Map.of("title", "x".repeat(256))))
        .contains("Enter a title of 1 to 255 characters.");
    assertThat(refusal(Map.of("title", "x", "tags", "y".repeat(65))))
        .contains("Enter tags of at most 64 characters.");
    assertThat(refusal(Map.of("title", "x", "assignee", "nobody-has-this-name")))
        .contains("No user has this name.");
    assertThat(refusal(Map.of("title", "x", "due", "tomorrow"))).contains("Enter a date");
    assertThat(refusal(Map.of("title", "x", "due", "+99999-01-01")))
        .contains("Enter a year between 1 and 9999.");
    assertThat(tasks(adas.get("/tasks"))).isEmpty();
  }

  private String refusal(Map<String, String> fields) throws IOException, InterruptedException {
    HttpResponse<String> response = adas.post("/tasks", fields);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("aria-invalid=\"true\"");
    return response.body();
  }

  @Test
  void combinesFilters() throws IOException, InterruptedException {
    UUID me = id(ada);
    Task wanted =
        store
            .tasks()
            .insert(
                NewTask.of(me, "Überprüfe the RELEASE")
                    .priority(TaskPriority.HIGH)
                    .assigneeId(me)
                    .dueAt(Instant.now().minus(Duration.ofDays(2))));
    store.tags().attach(wanted.id(), "docs & more");
    Task other = store.tasks().insert(NewTask.of(me, "überprüfe another release"));
    store.tasks().insert(NewTask.of(me, "Done").status(TaskStatus.COMPLETED));
    insert(bob, "überprüfe the release of bob");

    assertThat(tasks(adas.get("/tasks"))).containsExactly(other.id(), wanted.id());
    assertThat(tasks(adas.get("/tasks?status=any"))).hasSize(3);
    assertThat(tasks(adas.get("/tasks?text=%C3%BCBERPR%C3%9CFE"))).hasSize(2);
    assertThat(
            tasks(
                adas.get(
                    "/tasks?text=release&priority=high&tag=docs%20%26%20more&assignee=@me&due=overdue&sort=due")))
        .containsExactly(wanted.id());
    assertThat(tasks(adas.get("/tasks?text=release&assignee=@nobody"))).containsExactly(other.id());
    assertThat(tasks(adas.get("/tasks?assignee=" + bob))).isEmpty();
    assertThat(tasks(adas.get("/tasks?view=board"))).hasSize(3);
    assertThat(adas.get("/tasks?tag=x&text=nothing").body()).contains("No tasks match.");
    assertThat(adas.get("/tasks?status=wrong").statusCode()).isEqualTo(400);
    assertThat(adas.get("/tasks?page=wrong").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "due", "priority", "title"})
  void pagesContainEachTaskOnce(String sort) throws IOException, InterruptedException {
    List<TaskPriority> priorities =
        List.of(TaskPriority.LOW, TaskPriority.MEDIUM, TaskPriority.HIGH);
    UUID me = id(ada);
    store
        .tasks()
        .insertAll(
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        NewTask.of(me, "Task " + i % 7)
                            .priority(priorities.get(i % 3))
                            .dueAt(
                                i % 2 == 0 ? null : Instant.ofEpochSecond(2_000_000_000L + i % 5)))
                .toList());
    List<UUID> seen = new ArrayList<>();
    String path = "/tasks?sort=" + sort;
    int pages = 0;
    while (path != null) {
      HttpResponse<String> page = adas.get(path, FRAGMENT);
      seen.addAll(tasks(page));
      Matcher next = NEXT_LINK.matcher(page.body());
      path = next.find() ? next.group(1).replace("&amp;", "&") : null;
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(tasks(adas.get("/tasks?size=60", FRAGMENT))).hasSize(60);
  }

  @Test
  void showsBothValuesOfAConflictAndSavesTheChosenOnes() throws IOException, InterruptedException {
    Task task = store.tasks().insert(NewTask.of(id(ada), "Ship 1.0").description("old"));
    store.tasks().attachCollaborators(task.id(), List.of(id(bob)));
    store
        .tasks()
        .update(
            task.id(),
            TaskChanges.none().title("Ship 1.1").description("bob").priority(TaskPriority.HIGH));

    HttpResponse<String> conflict =
        adas.post(
            "/tasks/" + task.id(), form(task, Map.of("title", "Ship 2.0", "description", "ada")));
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("Both of you changed: <span>Title, Description</span>")
        .contains("Taken over from the stored task: <span>Priority</span>")
        .contains("value=\"Ship 2.0\"", "<p>Ship 1.1</p>", ">ada</textarea>", "<p>bob</p>");
    Task stored = store.tasks().getById(task.id());
    assertThat(stored.title()).isEqualTo("Ship 1.1");

    HttpResponse<String> saved =
        adas.post(
            "/tasks/" + task.id(),
            form(
                stored,
                Map.of(
                    "title", "Ship 2.0",
                    "choice.title", "mine",
                    "description", "ada",
                    "choice.description", "stored",
                    "priority", "high",
                    "base.priority", "high")));
    assertThat(saved.statusCode()).isEqualTo(303);
    Task merged = store.tasks().getById(task.id());
    assertThat(merged.title()).isEqualTo("Ship 2.0");
    assertThat(merged.description()).isEqualTo("bob");
    assertThat(merged.priority()).isEqualTo(TaskPriority.HIGH);
  }

  @Test
  void savesOnlyTheFieldsThatChanged() throws IOException, InterruptedException {
    Instant due = Instant.parse("2027-01-15T09:30:00Z");
    Task task = store.tasks().insert(NewTask.of(id(ada), "Ship 1.0").dueAt(due));
    store.tags().attach(task.id(), "kept", "removed");
    Map<String, String> form =
        form(
            task,
            Map.of(
                "due", "2027-01-15",
                "base.due", "2027-01-15",
                "base.tags", "removed",
                "tags", "added"));
    assertThat(adas.post("/tasks/" + task.id(), form).statusCode()).isEqualTo(303);
    assertThat(store.tasks().getById(task.id())).isEqualTo(task);
    assertThat(store.tasks().withTags(List.of(task)).get(0).tags())
        .extracting(Tag::name)
        .containsExactlyInAnyOrder("added", "kept");
  }

  @Test
  void aDeletionIsUndoneWithTagsAndShares() throws IOException, InterruptedException {
    Task task = store.tasks().insert(NewTask.of(id(ada), "Ship 1.0").assigneeId(id(bob)));
    store.tags().attach(task.id(), "release");
    store.tasks().attachCollaborators(task.id(), List.of(id(bob)));
    HttpResponse<String> deleted = adas.post("/tasks/" + task.id() + "/delete", Map.of(), FRAGMENT);
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(store.tasks().findById(task.id())).isEmpty();
    Matcher token =
        Pattern.compile("\"undo\":\"([^\"]+)\"")
            .matcher(deleted.headers().firstValue("HX-Trigger").orElseThrow());
    assertThat(token.find()).isTrue();

    bobs.post("/tasks/undo", Map.of("token", token.group(1)));
    assertThat(store.tasks().findById(task.id())).isEmpty();
    adas.post("/tasks/undo", Map.of("token", token.group(1)));
    Task restored = store.tasks().getById(task.id());
    assertThat(restored.createdAt()).isEqualTo(task.createdAt());
    assertThat(restored.assigneeId()).isEqualTo(id(bob));
    assertThat(store.tasks().withTags(List.of(restored)).get(0).tags())
        .extracting(Tag::name)
        .containsExactly("release");
    assertThat(store.users().findByTask(task.id(), PageRequest.first(2)).items())
        .extracting(user -> new UserName(user.id(), user.username()))
        .containsExactly(new UserName(id(bob), bob));
  }

  @Test
  void sharesATaskAndEndsTheShare() throws IOException, InterruptedException {
    Task task = insert(ada, "Ship 1.0");
    String path = "/tasks/" + task.id();
    assertThat(bobs.get(path).statusCode()).isEqualTo(404);
    adas.post(path + "/share", Map.of("collaborator", bob));
    assertThat(bobs.get(path).body()).contains("owns this task");
    bobs.post(path + "/status", Map.of("status", "completed"));
    assertThat(store.tasks().getById(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    adas.post(path + "/unshare", Map.of("collaborator", id(bob).toString()));
    assertThat(bobs.get(path).statusCode()).isEqualTo(404);
    adas.post(path + "/share", Map.of("collaborator", "nobody-has-this-name"));
    assertThat(adas.get(path).body()).contains("No user has this name.");
  }

  /** Each route with a task is called for somebody else's task, and for a shared one. */
  @Test
  void noRouteReachesTasksOfOthers() throws IOException, InterruptedException {
    Map<String, Map<String, String>> routes =
        Map.of(
            "GET /tasks/{id}", Map.of(),
            "POST /tasks/{id}", Map.of("version", "0", "title", "Taken", "base.title", "Mine"),
            "POST /tasks/{id}/status", Map.of("status", "completed"),
            "POST /tasks/{id}/delete", Map.of(),
            "POST /tasks/{id}/share", Map.of("collaborator", bob),
            "POST /tasks/{id}/unshare", Map.of("collaborator", id(bob).toString()));
    Set<String> present = new TreeSet<>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/tasks/{"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> present.add(method + " " + path))));
    assertThat(routes.keySet()).containsExactlyInAnyOrderElementsOf(present);

    Task task = insert(ada, "Mine");
    Task shared = insert(ada, "Shared");
    store.tasks().attachCollaborators(shared.id(), List.of(id(bob)));
    for (String route : present) {
      assertThat(call(route, task.id(), routes.get(route)).statusCode())
          .as(route)
          .isIn(404, 303); // 303: already deleted
      if (route.endsWith("/delete") || route.endsWith("share")) {
        assertThat(call(route, shared.id(), routes.get(route)).statusCode())
            .as(route)
            .isEqualTo(403);
      }
    }
    assertThat(store.tasks().getById(task.id())).isEqualTo(task);
    assertThat(store.tasks().getById(shared.id())).isEqualTo(shared);
    assertThat(store.users().countByTask(task.id())).isZero();
    assertThat(store.users().countByTask(shared.id())).isEqualTo(1);
    for (String path : List.of("/tasks?status=any", "/tasks?view=board", "/tasks?text=Mine")) {
      assertThat(bobs.get(path).body()).doesNotContain("Mine<");
    }
  }

  private HttpResponse<String> call(String route, UUID id, Map<String, String> form)
      throws IOException, InterruptedException {
    String[] parts = route.split(" ");
    String path = parts[1].replace("{id}", id.toString());
    return parts[0].equals("GET") ? bobs.get(path) : bobs.post(path, form);
  }

  @Test
  void anUnchangedListIsNotSentAgain() throws IOException, InterruptedException {
    Task task = insert(ada, "Ship 1.0");
    String etag = adas.get("/tasks", FRAGMENT).headers().firstValue("ETag").orElseThrow();
    String[] condition = {"HX-Request", "true", "If-None-Match", etag};
    HttpResponse<String> unchanged = adas.get("/tasks", condition);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    store.tags().attach(task.id(), "release");
    assertThat(adas.get("/tasks", condition).statusCode()).isEqualTo(200);
  }

  @Test
  void aMessageWaitsForThePageThatShowsIt() throws IOException, InterruptedException {
    adas.post("/tasks", Map.of("title", "Ship 1.0"));
    adas.stream("/live").close();
    adas.get("/tasks", FRAGMENT);
    assertThat(adas.get("/tasks").body()).contains("Task added.");
    assertThat(adas.get("/tasks").body()).doesNotContain("Task added.");
  }

  @Test
  @Timeout(20)
  void reportsChangesToThoseWhoSeeTheTask() throws IOException, InterruptedException {
    Task task = insert(ada, "Ship 1.0");
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(bobs.stream("/live"), StandardCharsets.UTF_8))) {
      assertThat(events.readLine()).isEqualTo(":open");
      adas.post("/tasks", Map.of("title", "Not for bob"));
      adas.post("/tasks/" + task.id() + "/share", Map.of("collaborator", bob));
      String line = events.readLine();
      while (!line.startsWith("data:")) {
        line = events.readLine();
      }
      assertThat(line).contains(task.id().toString()).doesNotContain("Ship");
    }
  }
}
