package dev.taskstore.examples.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.web.HttpTestClient;
import dev.taskstore.examples.web.HttpTestClient.Response;
import dev.taskstore.examples.web.SharedServer;
import dev.taskstore.examples.web.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.Closing.class)
abstract class TransferTest {

  private final SharedServer shared;
  private final TaskStore store;
  private User ada;
  private HttpTestClient adas;

  TransferTest(TestServer.Kind kind) {
    shared = SharedServer.of(kind);
    store = shared.server().store();
  }

  static final class SqliteTest extends TransferTest {
    SqliteTest() {
      super(TestServer.Kind.SQLITE);
    }
  }

  static final class PostgresTest extends TransferTest {
    PostgresTest() {
      super(TestServer.Kind.POSTGRES);
    }
  }

  @BeforeEach
  void signIn() {
    ada = shared.newUser("ada");
    adas = shared.pages(ada);
  }

  private Response upload(HttpTestClient client, String name, String text, boolean skip) {
    client.get("/import");
    Response started =
        client.upload(
            "/import",
            name,
            text.getBytes(StandardCharsets.UTF_8),
            skip ? Map.of("skip", "true") : Map.of());
    assertThat(started.status()).as(started.body()).isEqualTo(302);
    String path = started.header("Location");
    path = path.substring(path.indexOf("/import"));
    for (int i = 0; i < 200; i++) {
      Response progress = client.get(path, "HX-Request", "true");
      if (!progress.body().contains("<progress")) {
        return progress;
      }
      sleep();
    }
    throw new AssertionError("The import does not end.");
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Task> tasks(User user) {
    return store.tasks().findByUser(user.id(), PageRequest.first(1000)).items();
  }

  @Test
  void importsAFileAndChangesNothingTheSecondTime() {
    String file =
        IntStream.range(0, 2500)
            .mapToObj(i -> "(A) Task " + i + " +release due:2030-01-02")
            .collect(Collectors.joining("\n"));
    assertThat(text(upload(adas, "todo.txt", file, false))).contains("2500 new, 0 changed");
    assertThat(store.tasks().countByUser(ada.id())).isEqualTo(2500);
    assertThat(text(upload(adas, "todo.txt", file, false)))
        .contains("0 new, 0 changed, 2500 unchanged");
  }

  @Test
  void storesNothingIfALineIsInvalidAndNamesTheLine() {
    String file = "Good\n2026-13-45 Bad date\nAnother\n" + "x".repeat(300);
    Response refused = upload(adas, "todo.txt", file, false);
    assertThat(refused.body())
        .contains("Nothing was stored", "line 2: invalid date", "line 4: has");
    assertThat(tasks(ada)).isEmpty();
    assertThat(text(upload(adas, "todo.txt", file, true))).contains("2 new", "2 refused");
    assertThat(tasks(ada)).extracting(Task::title).containsExactlyInAnyOrder("Good", "Another");
  }

  @Test
  void explainsFilesThatAreNoTasks() {
    assertThat(upload(adas, "x.json", "{\"a\"", false).body()).contains("not well-formed JSON");
    assertThat(upload(adas, "x.txt", "\n\n", false).body()).contains("The file contains no tasks.");
    adas.get("/import");
    assertThat(adas.upload("/import", "x.txt", new byte[0], Map.of()).status()).isEqualTo(400);
    assertThat(adas.upload("/import", "x.txt", new byte[(5 << 20) + 1], Map.of()).status())
        .isEqualTo(413);
  }

  @Test
  void importsTheIssuesOfOthersAsOwnTasks() {
    String issue =
        """
        [{"id": 1, "title": "Crash", "user": {"login": "octocat"}, "labels": ["bug"], "state": "open",
          "created_at": "2026-01-02T03:04:05Z", "updated_at": "2026-01-02T03:04:05Z", "body": "It crashes."}]
        """;
    assertThat(text(upload(adas, "issues.json", issue, false))).contains("1 new");
    User bob = shared.newUser("bob");
    HttpTestClient bobs = shared.pages(bob);
    assertThat(text(upload(bobs, "issues.json", issue, false))).contains("1 new");
    assertThat(text(upload(bobs, "issues.json", issue, false))).contains("1 unchanged");
    assertThat(tasks(ada)).extracting(Task::title).containsExactly("Crash");
    assertThat(tasks(bob)).extracting(Task::title).containsExactly("Crash");
    assertThat(tasks(ada).get(0).id()).isNotEqualTo(tasks(bob).get(0).id());
    assertThat(store.users().findByUsername("octocat")).isEmpty();
  }

  @Test
  void exportsOwnTasksWhichImportUnchanged() {
    Task task = store.tasks().insert(NewTask.of(ada.id(), "Mine").description("With <text>"));
    store.tags().attach(task.id(), "exported");
    User bob = shared.newUser("bob");
    Task shared = store.tasks().insert(NewTask.of(bob.id(), "Bob's").assigneeId(ada.id()));
    Response json = adas.get("/export/tasks.json");
    assertThat(json.header("Content-Disposition")).isEqualTo("attachment; filename=\"tasks.json\"");
    assertThat(json.body()).contains("Mine", "With <text>", "exported").doesNotContain("Bob's");
    Response todo = adas.get("/export/todo.txt");
    assertThat(todo.body()).contains("Mine +exported").doesNotContain("Bob's");
    assertThat(text(upload(adas, "tasks.json", json.body(), false))).contains("1 unchanged");
    assertThat(text(upload(adas, "todo.txt", todo.body(), false))).contains("1 unchanged");
    HttpTestClient bobs = this.shared.pages(bob);
    assertThat(text(upload(bobs, "tasks.json", json.body(), false))).contains("1 new");
    assertThat(store.tasks().getById(task.id())).isEqualTo(task);
    assertThat(store.tasks().getById(shared.id())).isEqualTo(shared);
  }

  @Test
  void showsTheStatisticsAsChartAndTable() {
    store.tasks().insert(NewTask.of(ada.id(), "One"));
    store.tasks().insert(NewTask.of(ada.id(), "Two"));
    String page = adas.get("/statistics").body();
    assertThat(page)
        .contains("aria-label=\"Your own tasks by status: To do 2, In progress 0, Completed 0.\"")
        .contains("<rect x=\"130\" y=\"6\" height=\"22\" rx=\"3\" class=\"bar-0\" width=\"180\">")
        .containsPattern("<th scope=\"row\">To do</th><td>2</td>");
    assertThat(adas.get("/api").body()).contains("/api/v1/openapi.yaml");
  }

  private static String text(Response response) {
    return response.body().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }
}
