package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies between files and servers. */
class CopyCommandTest {

  @TempDir private Path folder;

  private String sqlite;

  @BeforeEach
  void importIssues() throws IOException {
    sqlite = TestDatabases.sqlite(folder);
    ConsoleRun run = ConsoleRun.of(sqlite, "import", Samples.issues(folder).toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static ConsoleRun succeed(String url, String... args) {
    ConsoleRun run = ConsoleRun.of(url, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private String export(String url, String format) throws IOException {
    Path file = folder.resolve("export-" + format);
    succeed(url, "export", "--format", format, file.toString());
    return Files.readString(file);
  }

  @Test
  void theExportOfTheCopyIsEqualByteByByte() throws IOException {
    String postgres = TestDatabases.postgres();

    ConsoleRun copy = succeed(sqlite, "copy", "--to", postgres);

    assertThat(copy.out()).startsWith("Verified: ").contains("tasks", "sha256 ");
    for (String format : new String[] {"github", "todo.txt"}) {
      assertThat(export(postgres, format)).isEqualTo(export(sqlite, format)).isNotEmpty();
    }
    String back = TestDatabases.sqlite(folder);
    succeed(postgres, "copy", "--to", back);
    assertThat(export(back, "github")).isEqualTo(export(sqlite, "github"));
  }

  @Test
  void aDryRunCopiesNothing() throws IOException {
    String postgres = TestDatabases.postgres();

    ConsoleRun ready = succeed(sqlite, "copy", "--to", postgres, "--dry-run");
    assertThat(ready.out()).isEqualTo("Ready: the target accepts all rows.\n");
    succeed(sqlite, "copy", "--to", postgres);
    ConsoleRun refused = ConsoleRun.of(sqlite, "copy", "--to", postgres, "--dry-run", "--json");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.DRIFT);
    assertThat(refused.out()).contains("\"ready\" : false", "\"kind\" : \"target\"");
    ConsoleRun copy = ConsoleRun.of(sqlite, "copy", "--to", postgres);
    assertThat(copy.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(copy.err()).contains("The target holds rows").hasLineCount(1);
  }

  @Test
  void rowsThatTheTargetRejectsAreListedByKey() throws SQLException {
    try (Connection connection = DriverManager.getConnection(sqlite);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints = ON");
      statement.execute("UPDATE tasks SET title = CAST(x'ff' AS TEXT) WHERE title = '100% _sure_'");
    }
    String postgres = TestDatabases.postgres();

    ConsoleRun check = ConsoleRun.of(sqlite, "copy", "--to", postgres, "--dry-run");

    assertThat(check.exitCode()).isEqualTo(ExitCode.DRIFT);
    assertThat(check.out())
        .startsWith("Not ready: 1 finding.\n")
        .containsPattern(
            "tasks [0-9a-f-]{36}: title contains a value that its type does not allow");
    assertThat(ConsoleRun.of(sqlite, "copy", "--to", postgres).exitCode())
        .isEqualTo(ExitCode.REJECTED);
  }

  @Test
  void databasesAreComparedRowByRow() {
    String copy = TestDatabases.sqlite(folder);
    succeed(sqlite, "copy", "--to", copy);

    assertThat(succeed(sqlite, "verify", copy).out()).startsWith("Equal: ");
    succeed(copy, "add", "Another task", "--user", "ada");
    ConsoleRun different = ConsoleRun.of(sqlite, "verify", copy);
    ConsoleRun json = ConsoleRun.of(sqlite, "verify", copy, "--json");

    assertThat(different.exitCode()).isEqualTo(ExitCode.DRIFT);
    assertThat(different.out()).startsWith("DIFFERENT: ").contains("tasks: 0 missing, 1 extra");
    assertThat(json.out()).contains("\"equal\" : false").doesNotContain("Another task");
    assertThat(ConsoleRun.of(sqlite, "verify", copy, "--limit", "-1").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aLiveCopySealsItsSource() throws IOException {
    String postgres = TestDatabases.postgres();
    Path report = folder.resolve("report.json");

    ConsoleRun copy =
        succeed(
            sqlite, "copy", "--to", postgres, "--live", "--json", "--report", report.toString());

    assertThat(copy.out()).isEqualTo(Files.readString(report)).contains("\"longestStopMillis\" : ");
    ConsoleRun sealed = ConsoleRun.of(sqlite, "add", "Too late", "--user", "ada");
    assertThat(sealed.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(sealed.err()).contains("sealed").hasLineCount(1);
    succeed(sqlite, "list");
    succeed(postgres, "add", "In time", "--user", "ada");
    succeed(sqlite, "unseal");
    succeed(sqlite, "add", "Back again", "--user", "ada");
    succeed(sqlite, "migrate", "drift");
  }
}
