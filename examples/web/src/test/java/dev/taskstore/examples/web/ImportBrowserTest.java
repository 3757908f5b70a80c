package dev.taskstore.examples.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import, export, statistics and the page of the API in Chromium. */
@Tag("browser")
class ImportBrowserTest {

  @Test
  void aPersonImportsAFileAndReadsTheStatistics(@TempDir Path folder)
      throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("todo.txt"), "(A) One\nTwo\n2026-13-45 Three\n");
    try (TestServer server = TestServer.start(TestServer.Kind.SQLITE, folder);
        Browser browser = new Browser(server, folder)) {
      browser.signUp("ada");
      browser.open("/import");
      browser.assertAccessible();
      browser.await("#file").sendKeys(file.toString());
      browser.click("#submit");
      browser.awaitText("Nothing was stored.");
      browser.awaitText("line 3: invalid date");
      browser.assertAccessible();

      browser.open("/import");
      browser.await("#file").sendKeys(file.toString());
      browser.click("input[name=skip]");
      browser.click("#submit");
      browser.awaitText("2 new");
      browser.assertAccessible();

      for (String path : new String[] {"/statistics", "/import", "/export", "/api"}) {
        for (String scheme : new String[] {"light", "dark"}) {
          browser.colorScheme(scheme);
          browser.open(path);
          browser.resize(1200, 900);
          browser.assertAccessible();
          browser.resize(360, 740);
          browser.assertAccessible();
        }
      }
      browser.screenshot(Path.of("target", "api.png"));
      browser.open("/statistics");
      browser.screenshot(Path.of("target", "statistics-phone.png"));
      browser.resize(1200, 900);
      browser.screenshot(Path.of("target", "statistics.png"));
      browser.assertQuietConsole();
    }
  }
}
