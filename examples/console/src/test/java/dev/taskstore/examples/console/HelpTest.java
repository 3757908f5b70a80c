package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {

  private static ConsoleRun run(String... args) {
    return ConsoleRun.of(Arrays.asList(args));
  }

  @Test
  void helpPrintsTheSameAsTheOption() {
    assertThat(run("help")).isEqualTo(run("--help"));
    assertThat(run("help", "add")).isEqualTo(run("add", "--help"));
    assertThat(run("help", "migrate", "up")).isEqualTo(run("migrate", "up", "--help"));
    assertThat(run("help").out()).contains("  help ", "  completion ", "  migrate ");
  }

  @ParameterizedTest
  @CsvSource({
    "lst, 'list'",
    "ad, 'add'",
    "serach, 'search'",
    "list --pririty=high, '--priority'",
    "cpy, 'copy'",
    "copy --to=jdbc:sqlite:x --dryrun, '--dry-run'",
    "migrate stauts, 'status'",
    "retsore, 'restore'",
    "help lst, 'list'",
  })
  void typingErrorsHaveSuggestions(String command, String expected) {
    ConsoleRun run = run(command.split(" "));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Did you mean: ", expected).hasLineCount(1);
    assertThat(run.err()).doesNotContain(String.valueOf(Integer.MAX_VALUE));
  }

  @Test
  void theManualPageDescribesAllCommandsAndOptions() {
    String page = run("help", "--man").out();

    assertThat(page)
        .startsWith(".TH \"CONSOLE\" \"1\"")
        .contains(".SH \"NAME\"\nconsole \\- ", ".SS \"console migrate sql up\"")
        .contains(".SS \"console backup verify\"", "TASKSTORE_PASSPHRASE")
        .contains(".B \"\\-\\-color=WHEN\"", ".SH \"EXIT STATUS\"", ".SH ENVIRONMENT")
        .contains("(default: 20)")
        .contains("TASKSTORE_DB_PASSWORD_FILE", "TASKSTORE_TO_PASSWORD_FILE", "\\-\\-to=URL")
        .doesNotContain("${");
    assertThat(run("help", "--man", "add").out()).startsWith(".TH \"CONSOLE\\-ADD\" \"1\"");
    for (String name : Subcommands.of().keySet()) {
      assertThat(page).contains(".SS \"console " + name + "\"");
    }
  }

  @Test
  void bashCompletesCommandsOptionsAndValues(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, run("completion", "bash").out());

    assertThat(complete(script, "console", "li")).containsExactly("list");
    assertThat(complete(script, "console", "migrate", "dr")).containsExactly("drift");
    assertThat(complete(script, "console", "list", "--ov")).containsExactly("--overdue");
    assertThat(complete(script, "console", "uns")).containsExactly("unseal");
    assertThat(complete(script, "console", "copy", "--re"))
        .containsExactly("--restart", "--report");
    assertThat(complete(script, "console", "backup", "ver")).containsExactly("verify");
    assertThat(complete(script, "console", "backup", "--enc")).containsExactly("--encrypt");
    assertThat(complete(script, "console", "restore", "--nat")).containsExactly("--native");
    assertThat(run("completion", "zsh").out()).contains("bashcompinit");
    assertThat(run("completion", "csh").err()).contains("'csh' is not one of bash, zsh");
  }

  /** Returns what a real bash offers for the last word. */
  private static List<String> complete(Path script, String... words)
      throws IOException, InterruptedException {
    String commands =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_console; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script, String.join(" ", words), words.length - 1);
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", commands)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output.lines().map(String::strip).toList();
  }
}
