package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that other programs wrote. */
class CheckCommandTest {

  @TempDir private Path folder;

  private String url;
  private String id;

  @BeforeEach
  void addATask() {
    url = TestDatabases.sqlite(folder);
    ConsoleRun.of(url, "users", "add", "ada", "ada@example.com");
    id = ConsoleRun.of(url, "add", "Buy bread", "--user", "ada").out().strip();
  }

  private void makeAnOrphan() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM users");
    }
  }

  @Test
  void aValidDatabaseHasNoFindings() {
    ConsoleRun run = ConsoleRun.of(url, "check");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tasksWithoutTheirUserAreFound() throws SQLException {
    makeAnOrphan();

    ConsoleRun run = ConsoleRun.of(url, "check");
    ConsoleRun json = ConsoleRun.of(url, "check", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DRIFT);
    assertThat(run.out())
        .isEqualTo(
            "tasks " + id + ": user_id references a row that does not exist, fk_tasks_user_id\n");
    assertThat(json.out()).contains("\"type\": \"foreign_key\"", id);
    assertThat(ConsoleRun.of(url, "check", "--limit", "0").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tasksWithoutTheirUserAreShownAndExported() throws SQLException {
    makeAnOrphan();

    assertThat(ConsoleRun.of(url, "show", id).out()).contains("Title:     Buy bread");
    assertThat(ConsoleRun.of(url, "list").out()).contains("Buy bread");
    Path file = folder.resolve("tasks.txt");
    ConsoleRun export = ConsoleRun.of(url, "export", file.toString());
    assertThat(export.err()).isEmpty();
    assertThat(file).content().contains("Buy bread");
  }
}
