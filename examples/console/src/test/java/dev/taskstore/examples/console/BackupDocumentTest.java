package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/backup.md one after the other, in an empty folder. */
class BackupDocumentTest {

  private static final Path DOCUMENT = Path.of("../../docs/backup.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("((?:\\w+='[^']*' )*)\\./console (.*)", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("(\\w+)='([^']*)' ");

  @TempDir private Path folder;

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(DOCUMENT));
    while (blocks.find()) {
      blocks
          .group(1)
          .lines()
          .map(line -> line.replaceFirst(" +#.*", "").strip())
          .forEach(commands::add);
    }
    return commands;
  }

  @Test
  void everyCommandOfTheDocumentSucceeds() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    ConsoleRun.of(url, "import", Samples.issues(folder).toString());
    Files.createDirectory(folder.resolve("archives"));
    Files.writeString(folder.resolve("passphrase.txt"), "correct horse battery staple\n");
    List<String> commands = commands();

    assertThat(commands).hasSizeGreaterThan(10);
    for (String command : commands) {
      Matcher console = COMMAND.matcher(command);
      if (console.matches()) {
        run(url, command, console);
      } else {
        runInShell(command);
      }
    }
    assertThat(ConsoleRun.of("jdbc:sqlite:" + folder.resolve("new.db"), "list", "--all").out())
        .contains("Die Straße fegen");
  }

  private void run(String url, String command, Matcher console) {
    Map<String, String> variables = new HashMap<>();
    Matcher variable = VARIABLE.matcher(console.group(1));
    while (variable.find()) {
      variables.put(variable.group(1), variable.group(2));
    }
    List<String> arguments = new ArrayList<>();
    if (!console.group(2).contains("--db ")) {
      arguments.addAll(List.of("--db", url));
    }
    for (String word : console.group(2).split(" ")) {
      arguments.add(
          word.matches("archives|.*[.](zip|enc|db|txt)")
              ? word.replaceFirst("^(jdbc:sqlite:)?", "$1" + folder + "/")
              : word);
    }
    Environment environment =
        new Environment(InputStream.nullInputStream(), variables, ConsoleRun.CLOCK, Terminal.NONE);

    ConsoleRun run = ConsoleRun.of(environment, arguments);

    assertThat(run.err()).as(command).isEmpty();
    assertThat(run.exitCode()).as(command).isZero();
  }

  private void runInShell(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s: %s", command, output).isZero();
    assertThat(output).as(command).isNotBlank();
  }
}
