package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code roles sql}, and runs the commands of docs/security.md. */
class RolesCommandTest {

  private static final Path DOCUMENT = Path.of("../../docs/security.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./console --db (\\S+) (.*)$");

  @TempDir private Path folder;

  @Test
  void everyCommandOfTheDocumentPrintsTheStatementsOfAnEmptyDatabase() throws IOException {
    List<MatchResult> commands = COMMAND.matcher(Files.readString(DOCUMENT)).results().toList();
    assertThat(commands).isNotEmpty();
    for (MatchResult command : commands) {
      ConsoleRun run = ConsoleRun.of(TestDatabases.postgres(), command.group(2).split(" "));

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
