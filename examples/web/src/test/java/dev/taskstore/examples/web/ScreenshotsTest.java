package dev.taskstore.examples.web;

import dev.taskstore.TaskChanges;
import dev.taskstore.UserChanges;
import dev.taskstore.db.PageRequest;
import dev.taskstore.passwords.PasswordHasher;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures of the documentation, on request. */
@Tag("browser")
@EnabledIfSystemProperty(named = "taskstore.web.screenshots", matches = "true")
class ScreenshotsTest {

  private static final String PASSWORD = "a password for pictures";
  private static final Path DOCS = Path.of("docs");

  @Test
  void writesPicturesOfThePagesInBothColoursAndOnAPhone(@TempDir Path folder)
      throws SQLException, IOException {
    try (TestServer server =
            TestServer.start(TestServer.Kind.SQLITE, folder, Map.of("web.sample-data", "true"));
        Browser browser = new Browser(server, folder)) {
      UUID ada = server.store().users().findByUsername("ada").orElseThrow().id();
      server
          .store()
          .users()
          .update(ada, UserChanges.none().passwordHash(PasswordHasher.defaults().hash(PASSWORD)));
      browser.resize(1100, 720);
      browser.colorScheme("light");
      browser.signIn("ada", PASSWORD);
      browser.await("#tasks .task");
      browser.open("/tasks");
      browser.await("#tasks .task");
      browser.screenshot(DOCS.resolve("list.png"));
      browser.colorScheme("dark");
      browser.open("/tasks?view=board");
      browser.await("#tasks .task");
      browser.screenshot(DOCS.resolve("board-dark.png"));
      browser.colorScheme("light");
      UUID task =
          server.store().tasks().searchTitle("Ship 1.0", PageRequest.first(1)).items().get(0).id();
      browser.open("/tasks/" + task);
      browser.type("title", "Ship 1.0.0");
      server
          .store()
          .tasks()
          .update(
              task,
              TaskChanges.none().title("Ship 1.0 on Friday").description("After the rehearsal."));
      browser.click("#save");
      browser.await("#conflict");
      browser.screenshot(DOCS.resolve("conflict.png"));
      browser.resize(390, 780);
      browser.open("/tasks");
      browser.await("#tasks .task");
      browser.screenshot(DOCS.resolve("phone.png"));
    }
  }
}
