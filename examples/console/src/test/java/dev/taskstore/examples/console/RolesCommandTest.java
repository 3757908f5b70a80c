package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code roles sql}, and runs the commands of docs/security.md. */
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
