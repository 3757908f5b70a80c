package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export and the erasure of users. */
class UsersCommandTest {

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void nameADatabase() {
    url = TestDatabases.sqlite(folder);
  }

  private String succeed(String... args) {
    ConsoleRun run = ConsoleRun.of(url, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private void addAda() {
    succeed("users", "add", "ada", "ada@example.com");
    succeed("add", "Buy milk", "--user", "ada", "-t", "shop");
    succeed("add", "Buy bread", "--user", "ada");
  }

  @Test
  void exportsAUserAsJson() throws IOException {
    addAda();
    Path file = folder.resolve("ada.json");

    assertThat(succeed("users", "export", "ada", file.toString())).isEmpty();

    assertThat(Files.readString(file))
        .startsWith("{\n  \"format\": \"taskstore-personal-data\",\n  \"version\": 1,\n")
        .contains("\"username\": \"ada\"", "\"Buy milk\"", "\"Buy bread\"", "\"shop\"")
        .doesNotContain("password");
  }

  @Test
  void anExportThatFailsLeavesNoFile() {
    Path file = folder.resolve("ada.json");

    ConsoleRun run = ConsoleRun.of(url, "users", "export", "ada", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run.err()).startsWith("console: User 'ada' does not exist.").hasLineCount(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void erasesAUserOnlyWhenConfirmed() {
    addAda();

    ConsoleRun unconfirmed = ConsoleRun.of(url, "users", "erase", "ada");
    assertThat(unconfirmed.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unconfirmed.err())
        .contains(
            "This deletes user 'ada' and 2 tasks, and cannot be undone. Add --yes to delete them.");
    assertThat(succeed("list", "--user", "ada")).contains("Buy milk");

    assertThat(succeed("users", "erase", "ada", "--yes"))
        .isEqualTo(
            """
            TABLE        ROWS
            users           1
            task_shares     0
            tasks           2
            task_tags       1
            """);
    assertThat(succeed("users")).doesNotContain("ada");
    assertThat(succeed("tags")).contains("shop");
  }

  @Test
  void theCommandsOfTheDocumentSucceed() {
    List<String> commands = SecurityPage.commands("Personal data");

    assertThat(commands).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("./console "));
    for (String command : commands) {
      String[] args =
          Pattern.compile("\"([^\"]*)\"|(\\S+)")
              .matcher(command.substring("./console ".length()))
              .results()
              .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
              .map(word -> word.endsWith(".json") ? folder.resolve(word).toString() : word)
              .toArray(String[]::new);
      succeed(args);
    }
    assertThat(folder.resolve("ada.json")).exists();
  }
}
