package dev.taskstore.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the browser. A subclass for each database starts one application. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  private final TestServer.Kind kind;
  private TestServer server;
  private Browser browser;

  BrowserTest(TestServer.Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException, IOException {
    server = TestServer.start(kind, folder);
    browser = new Browser(server, folder);
  }

  @AfterAll
  void stop() {
    browser.close();
    server.close();
  }

  @Test
  void aPersonSignsUpAndSeesAnEmptyList() {
    browser.open("/tasks");
    assertThat(browser.path()).isEqualTo("/sign-in");
    browser.assertAccessible();
    browser.signUp("ada");
    browser.awaitText("No tasks");
    browser.assertAccessible();
    browser.assertQuietConsole();
  }
}
