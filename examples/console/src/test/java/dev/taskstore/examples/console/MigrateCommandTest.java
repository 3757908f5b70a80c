package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the commands that work on the schema, on each database. */
class MigrateCommandTest {

  enum Kind {
    SQLITE,
    POSTGRES
  }

  @TempDir private Path folder;

  private String newDatabase(Kind kind) {
    return kind == Kind.SQLITE ? TestDatabases.sqlite(folder) : TestDatabases.postgres();
  }

  private static ConsoleRun run(String url, String... args) {
    return ConsoleRun.of(
        url, Stream.concat(Stream.of("migrate"), Stream.of(args)).toArray(String[]::new));
  }

  private static String succeed(String url, String... args) {
    ConsoleRun run = run(url, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  /** Counts the pending changesets with a prefix. The number depends on the database. */
  private static long pending(String url, String prefix) {
    return succeed(url, "pending").lines().filter(line -> line.startsWith(prefix)).count();
  }

  @ParameterizedTest
  @EnumSource
  void goesUpAndDownToTags(Kind kind) {
    String url = newDatabase(kind);
    ConsoleRun outdated = run(url, "validate");
    assertThat(outdated.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(outdated.err()).contains("changesets are pending").hasLineCount(1);

    assertThat(succeed(url, "up", "--to", "001")).isEqualTo("5 applied\n");
    assertThat(succeed(url, "pending")).contains("002-tags").doesNotContain("001-users");
    assertThat(succeed(url, "pending", "--json")).contains("\"id\": \"002-tags\"");
    long later = pending(url, "00") + pending(url, "audit-trail");
    assertThat(succeed(url, "up")).isEqualTo(later + " applied\n");
    assertThat(succeed(url, "validate")).isEqualTo("up to date\n");
    assertThat(succeed(url, "down", "--to", "002")).isEqualTo(later - 3 + " rolled back\n");
    assertThat(succeed(url, "down")).isEqualTo("1 rolled back\n");
    assertThat(succeed(url, "down", "-n", "2")).isEqualTo("2 rolled back\n");
    ConsoleRun unknown = run(url, "down", "--to", "nine");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(unknown.err())
        .isEqualTo("console: The database has no tag nine. Existing tags: 001.\n");
    assertThat(run(url, "down", "-n", "1", "--to", "001").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @EnumSource
  void printsSqlAndChangesNothing(Kind kind) {
    String url = newDatabase(kind);

    assertThat(succeed(url, "sql", "up", "--to", "001"))
        .startsWith(
            "-- dev/taskstore/core/change-log/001-users-and-tasks.xml::001-users::taskstore\nCREATE TABLE")
        .doesNotContain("002-tags");
    assertThat(succeed(url, "sql", "up", "--json")).contains("\"statements\": [");
    assertThat(succeed(url, "sql", "down")).isEmpty();
    assertThat(succeed(url, "history")).isEmpty();
    succeed(url, "up");
    assertThat(succeed(url, "sql", "down", "--to", "002"))
        .contains("ALTER TABLE tasks DROP COLUMN due_at;");
    assertThat(succeed(url, "sql", "down", "-n", "2", "--json")).contains("005-tag");
    assertThat(succeed(url, "sql", "up")).isEmpty();
    assertThat(run(url, "sql").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @EnumSource
  void listsTheHistory(Kind kind) {
    String url = newDatabase(kind);
    long all = pending(url, "00") + pending(url, "audit-trail");
    succeed(url, "up");

    assertThat(succeed(url, "history").lines().skip(1).toList())
        .hasSize((int) all)
        .first()
        .satisfies(line -> assertThat(line).contains("001-users"));
    assertThat(succeed(url, "history", "--json"))
        .contains("\"order\": 1,", "\"tag\": \"003\"", "\"in_changelog\": true");
  }

  @ParameterizedTest
  @EnumSource
  void failsWithACodeOfItsOwnWhenTheSchemaHasDrifted(Kind kind) throws SQLException {
    String url = newDatabase(kind);
    succeed(url, "up");
    assertThat(succeed(url, "drift")).isEmpty();
    assertThat(succeed(url, "drift", "--json")).isEqualTo("[ ]\n");
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("CREATE TABLE notes (id INTEGER)");
    }
    assertThat(succeed(url, "drift"))
        .isEqualTo(
            "The changelog does not create these tables and views, which were not compared:"
                + " notes\n");
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("DROP TABLE notes");
      connection.createStatement().execute("DROP INDEX ix_tasks_title");
    }

    ConsoleRun drift = run(url, "drift");

    assertThat(drift.exitCode()).isEqualTo(ExitCode.DRIFT);
    assertThat(drift.err()).isEmpty();
    assertThat(drift.out()).isEqualTo("index tasks.ix_tasks_title is missing\n");
    assertThat(run(url, "drift", "--json").out())
        .contains("\"type\": \"missing\"", "\"kind\": \"index\"", "\"found\": null");
  }
}
