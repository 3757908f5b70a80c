package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code roles}, and runs the commands of docs/security.md. */
class RolesCommandTest {

  @TempDir private Path folder;

  @Test
  void everyCommandOfTheDocumentPrintsTheStatementsOfAnEmptyDatabase() {
    List<String> commands = SecurityPage.commands("Roles");
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      String[] args = command.replaceFirst("^\\./console --db \\S+ ", "").split(" ");
      ConsoleRun run = ConsoleRun.of(TestDatabases.postgres(), args);

      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .startsWith("-- Before the first migration")
          .contains("GRANT USAGE ON SCHEMA \"public\" TO \"tasks_application\";\n");
    }
  }

  @Test
  void rolesHaveDefaultNames() {
    assertThat(ConsoleRun.of(TestDatabases.postgres(), "roles", "sql").out())
        .contains(" TO \"taskstore_owner\", \"taskstore_application\";\n");
  }

  @Test
  void applyGivesTheApplicationItsPrivilegesAfterEachMigration() throws SQLException {
    String url = TestDatabases.postgres();
    String application = "app_" + UUID.randomUUID().toString().replace("-", "");
    execute(url, "CREATE ROLE " + application);
    String[] apply = {"roles", "apply", "--owner", "postgres", "--application", application};
    ConsoleRun early = ConsoleRun.of(url, apply);
    assertThat(early.exitCode()).isEqualTo(ExitCode.DATABASE);
    ConsoleRun.of(url, "migrate", "up");

    for (int i = 0; i < 2; i++) {
      ConsoleRun run = ConsoleRun.of(url, apply);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).isEqualTo("5 statements applied\n");
    }

    String privilege = "SELECT has_table_privilege('" + application + "', '%s', '%s')";
    assertThat(execute(url, privilege.formatted("tasks", "INSERT"))).isEqualTo("t");
    assertThat(execute(url, privilege.formatted("tasks", "TRUNCATE"))).isEqualTo("f");
    assertThat(execute(url, privilege.formatted("databasechangelog", "SELECT"))).isEqualTo("t");
    assertThat(execute(url, privilege.formatted("databasechangelog", "DELETE"))).isEqualTo("f");
  }

  /** Runs a statement and returns the value of a query. */
  private static String execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      ResultSet rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aWrongNameIsRefused() {
    ConsoleRun run = ConsoleRun.of(TestDatabases.postgres(), "roles", "sql", "--owner", "public");

    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run.err()).contains("reserves the name public").hasLineCount(1);
  }

  @Test
  void aDatabaseWithoutRolesIsReported() {
    ConsoleRun run = ConsoleRun.of(TestDatabases.sqlite(folder), "roles", "sql");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(run.err()).contains("does not support ROLES").hasLineCount(1);
  }
}
