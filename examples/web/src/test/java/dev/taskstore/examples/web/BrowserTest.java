package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What people do in the browser. A subclass for each database starts one application. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  private static final int PHONE_WIDTH = 360;

  private final TestServer.Kind kind;
  private TestServer server;
  private TaskStore store;
  private Browser browser;
  private Browser other;
  private String ada;
  private String bob;
  private int users;

  BrowserTest(TestServer.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    server = TestServer.start(kind, folder);
    store = server.store();
    browser = new Browser(server, folder);
    other = new Browser(server, folder);
  }

  @AfterAll
  void stop() {
    other.close();
    browser.close();
    server.close();
  }

  @BeforeEach
  void signUp() {
    users++;
    ada = "ada" + users;
    bob = "bob" + users;
    browser.reset();
    other.reset();
    browser.signUp(ada);
  }

  @AfterEach
  void noErrorsAreInTheConsole() {
    browser.assertQuietConsole();
    other.assertQuietConsole();
  }

  private UUID id(String name) {
    return store.users().findByUsername(name).orElseThrow().id();
  }

  private Task insert(String title) {
    return store.tasks().insert(NewTask.of(id(ada), title));
  }

  @Test
  void aPersonSignsOutAndInAgain() {
    browser.awaitText("No open tasks.");
    browser.click("#sign-out");
    browser.awaitText("You are signed out.");
    browser.open("/tasks?status=any");
    assertThat(browser.path()).isEqualTo("/sign-in");
    browser.signIn(ada, "wrong");
    browser.awaitText("The name or the password is wrong.");
    browser.open("/tasks?status=any");
    browser.signIn(ada, Browser.password(ada));
    browser.await("#tasks");
    assertThat(browser.path()).startsWith("/tasks?status=any");
  }

  @Test
  void addsCompletesDeletesAndRestoresTasks() {
    browser.type("add-title", "Buy coffee" + Keys.ENTER);
    browser.await("#tasks .task");
    browser.awaitText("Task added.");
    browser.type("add-title", "Buy tea" + Keys.ENTER);
    browser.awaitText("Buy tea");
    assertThat(browser.await("#add-title").getAttribute("value")).isEmpty();

    browser.click("#tasks .task .remove button");
    browser.awaitText("Task deleted.");
    browser.awaitNoText("Buy tea");
    browser.click(".message .undo");
    browser.awaitText("Buy tea");

    browser.click("#tasks .task .check");
    browser.awaitText("Task completed.");
    browser.awaitNoText("Buy tea");
    Task tea = store.tasks().searchTitle("Buy tea", PageRequest.first(1)).items().get(0);
    assertThat(tea.status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void keepsTheFiltersInTheAddress() {
    insert("Write the release notes");
    Task task = insert("Answer the letter");
    store.tags().attach(task.id(), "letters");
    browser.open("/tasks");
    browser.choose("tag", "letters");
    browser.awaitNoText("Write the release notes");
    assertThat(browser.path()).isEqualTo("/tasks?tag=letters");
    browser.type("text", "ANSWER");
    browser.awaitPath("/tasks?text=ANSWER&tag=letters");
    browser.click("#view-board");
    browser.await(".board .task");
    assertThat(browser.path()).contains("tag=letters", "text=ANSWER", "view=board");
    browser.back();
    browser.await(".list .task");
    browser.type("text", "nothing has this text");
    browser.awaitText("No tasks match.");
  }

  @Test
  void showsMoreAndKeepsTheRowsWhenTheListIsRefreshed() {
    UUID me = id(ada);
    store
        .tasks()
        .insertAll(IntStream.range(0, 60).mapToObj(i -> NewTask.of(me, "Task " + i)).toList());
    browser.open("/tasks");
    browser.awaitCount("#tasks .task", 25);
    browser.click(".more .button");
    browser.awaitCount("#tasks .task", 50);
    browser.script("window.scrollTo(0, 0)");
    browser.click("#tasks .task .check");
    browser.awaitText("Task completed.");
    browser.awaitNoText("Task 59");
    browser.awaitCount("#tasks .task", 50);
    browser.click(".more .button");
    browser.awaitCount("#tasks .task", 59);
  }

  @Test
  void editsATaskAndShowsErrorsAtTheFields() {
    Task task = insert("Write the release notes");
    browser.open("/tasks?status=any");
    browser.click("#open-" + task.id());
    browser.type("title", " ");
    browser.type("assignee", "nobody-has-this-name");
    browser.click("#save");
    browser.awaitText("No user has this name.");
    browser.awaitText("Enter a title of 1 to 255 characters.");
    assertThat(browser.focused()).isEqualTo("title");
    browser.assertAccessible();
    browser.type("assignee", ada);
    browser.type("title", "Write the notes");
    browser.type("tags", "docs, release");
    browser.choose("priority", "High");
    browser.click("#save");
    browser.awaitText("Task saved.");
    assertThat(browser.path()).isEqualTo("/tasks?status=any");
    assertThat(browser.text()).contains("Write the notes", "High priority", "For " + ada, "docs");
    browser.expectFailedResources(422);
  }

  @Test
  void twoPeopleSeeChangesAtOnceAndMergeTheirConflict() {
    other.signUp(bob);
    Task task = insert("Ship 1.0");
    browser.open("/tasks/" + task.id());
    browser.type("collaborator", bob);
    browser.click("#share");
    browser.awaitText("Task shared.");
    other.awaitText("Ship 1.0"); // without a request of bob
    other.awaitText("From " + ada);
    other.click("#open-" + task.id());
    assertThat(other.count("#delete")).isZero();
    other.type("title", "Ship 1.0 on Monday");
    browser.open("/tasks/" + task.id());
    browser.type("title", "Ship 1.0 on Friday");
    browser.click("#save");
    browser.awaitText("Task saved.");

    other.awaitText("Somebody else has just changed this task.");
    other.click("#save");
    other.await("#conflict");
    other.assertAccessible();
    assertThat(other.text()).contains("Both of you changed: Title.", "Ship 1.0 on Friday");
    assertThat(other.await("#title").getAttribute("value")).isEqualTo("Ship 1.0 on Monday");
    other.click("#stored-title");
    other.type("description", "Agreed.");
    other.click("#save");
    other.awaitText("Task saved.");
    Task merged = store.tasks().getById(task.id());
    assertThat(merged.title()).isEqualTo("Ship 1.0 on Friday");
    assertThat(merged.description()).isEqualTo("Agreed.");
    other.expectFailedResources(409);
  }

  @Test
  void worksWithTheKeyboardOnly() {
    insert("First");
    Task second = insert("Second");
    browser.open("/tasks");
    browser.press(Keys.TAB);
    assertThat(browser.focusedText()).isEqualTo("Skip to the content");
    browser.press(Keys.ENTER);
    assertThat(browser.focused()).isEqualTo("main");
    browser.press("n");
    assertThat(browser.focused()).isEqualTo("add-title");
    browser.press("Third" + Keys.ENTER);
    browser.awaitText("Third");
    browser.press(Keys.ESCAPE);
    browser.press("j");
    assertThat(browser.focusedText()).isEqualTo("Third");
    browser.press("j");
    assertThat(browser.focused()).isEqualTo("open-" + second.id());
    browser.press("x");
    browser.awaitNoText("Second");
    browser.awaitFocus("First"); // the next row
    browser.press(Keys.DELETE);
    browser.awaitText("Task deleted.");
    browser.awaitFocus("Third");
    browser.press("u");
    browser.awaitText("First");
    browser.press("?");
    browser.await("#help[open]");
    browser.assertAccessible();
    browser.click("#shortcuts");
    browser.click("#help-close");
    browser.press("b");
    assertThat(browser.path()).isEqualTo("/tasks");
    browser.script("localStorage.removeItem('shortcuts')");
  }

  @Test
  void movesTasksOnTheBoard() {
    Task task = insert("Ship 1.0");
    browser.open("/tasks?view=board");
    browser.click("#start-" + task.id());
    browser.await("[data-status=in-progress] #task-" + task.id());
    browser.click("#done-" + task.id());
    browser.await("[aria-label=Done] #task-" + task.id());
    assertThat(store.tasks().getById(task.id()).completedAt()).isNotNull();
  }

  @Test
  void everyPageIsAccessibleInBothColoursAndOnAPhone() {
    other.signUp(bob);
    Task task =
        store
            .tasks()
            .insert(
                NewTask.of(id(ada), "A-word-that-is-longer-than-the-window-of-a-phone".repeat(3))
                    .dueAt(Instant.now().minus(Duration.ofDays(1)))
                    .assigneeId(id(bob))
                    .status(TaskStatus.IN_PROGRESS));
    store.tags().attach(task.id(), "release", "a-long-name-of-a-tag");
    store.tasks().attachCollaborators(task.id(), List.of(id(bob)));
    insert("Done");
    store.tasks().complete(insert("Completed").id());
    for (String scheme : List.of("light", "dark")) {
      browser.colorScheme(scheme);
      for (int width : List.of(1200, PHONE_WIDTH)) {
        browser.resize(width, 800);
        for (String path :
            List.of(
                "/tasks?status=any",
                "/tasks?view=board",
                "/tasks?text=nothing",
                "/tasks/new",
                "/tasks/" + task.id(),
                "/tasks/" + UUID.randomUUID())) {
          browser.open(path);
          browser.assertAccessible();
        }
      }
    }
    browser.expectFailedResources(404);
    browser.click("#sign-out");
    browser.assertAccessible();
    browser.open("/sign-up");
    browser.assertAccessible();
  }

  @Test
  void remembersTheChosenColours() {
    String light = browser.background();
    browser.click("#theme");
    String dark = browser.background();
    assertThat(dark).isNotEqualTo(light);
    browser.open("/tasks");
    assertThat(browser.background()).isEqualTo(dark);
    browser.colorScheme("dark");
    browser.click("#theme");
    assertThat(browser.background()).isEqualTo(light);
  }

  @Test
  void showsTheSignInPageWhenTheSessionHasEnded() {
    insert("Ship 1.0");
    browser.open("/tasks");
    browser.deleteCookie("session");
    browser.choose("status", "All");
    browser.await("#password");
    browser.expectFailedResources(401);
  }
}
