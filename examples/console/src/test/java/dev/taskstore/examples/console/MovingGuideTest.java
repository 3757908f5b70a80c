package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the guide, in their order, with other databases. */
class MovingGuideTest {

  private static final Path GUIDE = Path.of("../../docs/moving-to-postgresql.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final String COMMAND = "./console ";

  @TempDir private Path folder;

  @Test
  void everyCommandOfTheGuideSucceeds() throws IOException {
    Map<String, String> databases =
        Map.of(
            "jdbc:sqlite:tasks.db", TestDatabases.sqlite(folder),
            "jdbc:sqlite:back.db", TestDatabases.sqlite(folder),
            "jdbc:postgresql://db.example.com/tasks --to-user tasks", TestDatabases.postgres(),
            "jdbc:postgresql://db.example.com/live --to-user tasks", TestDatabases.postgres());
    ConsoleRun.of(
        databases.get("jdbc:sqlite:tasks.db"), "import", Samples.issues(folder).toString());
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(7);
    for (String command : commands) {
      String replaced = command.replace("report.json", folder.resolve("report.json").toString());
      for (Map.Entry<String, String> database : databases.entrySet()) {
        String url = database.getKey().replaceFirst(" .*", "");
        replaced =
            replaced
                .replace(database.getKey(), database.getValue())
                .replace(url + " --with-user tasks", database.getValue())
                .replace(url + " --db-user tasks", database.getValue());
      }
      assertThat(replaced).doesNotContain("example.com");

      ConsoleRun run = ConsoleRun.of(List.of(replaced.split(" ")));

      assertThat(run.exitCode()).as("%s%n%s%s", command, run.out(), run.err()).isZero();
    }
    assertThat(folder.resolve("report.json")).content().contains("\"verified\" : true");
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
    while (blocks.find()) {
      for (String line : blocks.group(1).replace("\\\n", " ").split("\n")) {
        assertThat(line).startsWith(COMMAND);
        commands.add(line.substring(COMMAND.length()).replaceAll(" +", " "));
      }
    }
    return commands;
  }
}
