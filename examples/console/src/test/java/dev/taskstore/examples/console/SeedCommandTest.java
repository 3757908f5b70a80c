package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedCommandTest {

  @TempDir private Path folder;

  @Test
  void theSameSeedGivesTheSameTasksOnBothDatabases() throws Exception {
    String[] urls = {TestDatabases.sqlite(folder), TestDatabases.postgres()};
    for (int i = 0; i < urls.length; i++) {
      ConsoleRun run =
          ConsoleRun.of(
              urls[i], "seed", "--tasks", "500", "--users", "7", "--tags", "9", "--seed", "7");
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).matches("500 tasks by 7 users with 9 tags: [0-9]+ links\n");
      ConsoleRun.of(urls[i], "export", folder.resolve(i + ".json").toString());
      assertThat(ConsoleRun.of(urls[i], "check").exitCode()).isZero();
    }

    assertThat(Files.readString(folder.resolve("0.json")))
        .contains("\"title\"")
        .isEqualTo(Files.readString(folder.resolve("1.json")));
  }

  @Test
  void aDatabaseWithRowsIsRefusedUnlessTheyAreAdded() {
    String url = TestDatabases.sqlite(folder);
    ConsoleRun.of(url, "users", "add", "ada", "ada@example.com");

    ConsoleRun refused = ConsoleRun.of(url, "seed", "--tasks", "10");
    ConsoleRun added = ConsoleRun.of(url, "seed", "--tasks", "10", "--seed", "3", "--add");
    ConsoleRun again = ConsoleRun.of(url, "seed", "--tasks", "10", "--seed", "3", "--add");
    ConsoleRun other = ConsoleRun.of(url, "seed", "--tasks", "10", "--seed", "4", "--add");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("the database contains rows", "--add");
    assertThat(added.err()).isEmpty();
    assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(other.exitCode()).isZero();
    assertThat(ConsoleRun.of(url, "users").out()).contains("ada", "-3", "-4");
  }

  @Test
  void invalidNumbersAreRefused() {
    String url = TestDatabases.sqlite(folder);

    ConsoleRun negative = ConsoleRun.of(url, "seed", "--tasks", "-1");
    ConsoleRun withoutUsers = ConsoleRun.of(url, "seed", "--tasks", "1", "--users", "0");

    assertThat(negative.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(negative.err()).contains("tasks must be 0 or more");
    assertThat(withoutUsers.err()).contains("at least one user");
    assertThat(ConsoleRun.of(url, "seed", "--tasks", "0").out())
        .isEqualTo("0 tasks by 0 users with 0 tags: 0 links\n");
  }
}
