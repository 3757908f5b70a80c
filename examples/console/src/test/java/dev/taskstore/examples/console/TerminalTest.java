package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.examples.console.text.DisplayText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees on a terminal, and a script in a pipe. */
class TerminalTest {

  private static final Map<String, String> NO_VARIABLES = Map.of();

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void nameADatabase() {
    url = TestDatabases.sqlite(folder);
  }

  private String pipe(String... args) {
    ConsoleRun run = ConsoleRun.of(url, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private ConsoleRun terminal(int columns, String... args) {
    return ConsoleRun.of(ConsoleRun.terminal(columns, NO_VARIABLES), url, args);
  }

  private String colored(Map<String, String> variables, String... args) {
    return ConsoleRun.of(ConsoleRun.terminal(200, variables), url, args).out();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void tablesFitTheWidthOfTheTerminal(int columns) {
    String title = "Grüße an 日本語 ".repeat(15).strip();
    pipe("add", title, "--due", "2026-12-24", "-t", "release", "-t", "documentation");

    String table = terminal(columns, "list", "--color", "never").out();

    assertThat(table.lines()).hasSize(2);
    assertThat(table.lines()).allMatch(line -> DisplayText.width(line) <= columns);
    assertThat(table).contains("…");
    assertThat(pipe("list")).contains(title, "documentation, release", "CREATED");
  }

  @ParameterizedTest
  @CsvSource({"100,, 100", ", 90, 90", ",, 80", "0, 90, 90", "wide, , 80", "100, 90, 100"})
  void theVariableColumnsIsStrongerThanTheTerminal(String variable, String terminal, int width) {
    assertThat(Terminal.columns(variable, terminal)).isEqualTo(width);
  }

  @Test
  void colorsAreForTerminalsOnly() {
    pipe("add", "Ship 1.0", "--priority", "high", "--due", "2026-01-01");

    assertThat(pipe("list")).doesNotContain("\u001B");
    assertThat(colored(NO_VARIABLES, "list"))
        .contains("\u001B[31mhigh\u001B[0m", "\u001B[31m2026-01-01\u001B[0m");
    assertThat(colored(Map.of("NO_COLOR", "1"), "list")).doesNotContain("\u001B");
    assertThat(colored(Map.of("NO_COLOR", ""), "list")).contains("\u001B");
    assertThat(colored(Map.of("TERM", "dumb"), "list")).doesNotContain("\u001B");
    assertThat(colored(Map.of("NO_COLOR", "1"), "list", "--color=always")).contains("\u001B");
    assertThat(colored(NO_VARIABLES, "list", "--color=never")).doesNotContain("\u001B");
    assertThat(pipe("list", "--color=always")).contains("\u001B");
    assertThat(colored(NO_VARIABLES, "list", "--help")).contains("\u001B");
    assertThat(pipe("list", "--help")).doesNotContain("\u001B");
  }

  @Test
  void listsHideCompletedTasksUnlessTheyAreRequested() {
    pipe("add", "open task");
    pipe("done", pipe("add", "completed task").strip());

    assertThat(pipe("list")).contains("open task").doesNotContain("completed task");
    assertThat(pipe("list", "--priority", "medium")).doesNotContain("completed task");
    assertThat(pipe("list", "--json")).doesNotContain("completed task");
    assertThat(pipe("list", "--all")).contains("open task", "completed task");
    assertThat(pipe("list", "-a", "--sort", "priority")).contains("completed task");
    assertThat(pipe("list", "--status", "completed"))
        .contains("completed task")
        .doesNotContain("open task");
    assertThat(pipe("search", "task")).contains("open task", "completed task");
    assertThat(ConsoleRun.of(url, "list", "--all", "--status", "pending").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void emptyResultsHaveARemarkOnTerminalsAndNoOutputForScripts() {
    ConsoleRun empty = terminal(80, "list");
    assertThat(empty)
        .isEqualTo(
            new ConsoleRun(
                0,
                "",
                "No open tasks. Add one: console add TITLE. Include completed tasks: --all\n"));
    assertThat(terminal(80, "list", "--all").err())
        .isEqualTo("No tasks. Add one: console add TITLE\n");
    assertThat(terminal(80, "list", "--overdue").err()).isEqualTo("No tasks match.\n");
    assertThat(terminal(80, "list", "--priority", "low").err())
        .isEqualTo("No tasks match. Include completed tasks: --all\n");
    assertThat(terminal(80, "search", "milk").err()).isEqualTo("No titles match.\n");
    assertThat(terminal(80, "tags").err()).startsWith("No tags.");
    assertThat(terminal(80, "users").err()).startsWith("No users.");
    assertThat(terminal(80, "stats").err()).startsWith("No users.");
    assertThat(pipe("list") + pipe("tags") + pipe("users") + pipe("search", "milk")).isEmpty();
  }

  @Test
  void prioritiesSortByUrgencyOnAllPages() {
    for (String priority : new String[] {"low", "high", "medium"}) {
      pipe("add", priority + " task", "--priority", priority);
    }
    pipe("add", "high task with a date", "--priority", "high", "--due", "tomorrow");

    assertThat(pages("list", "--sort", "priority"))
        .containsExactly("high task with a date", "high task", "medium task", "low task");
    assertThat(pages("list", "--sort", "priority", "--page-size", "1"))
        .containsExactly("high task with a date", "high task", "medium task", "low task");
  }

  /** Returns the titles of all pages, which follow each other by their tokens. */
  private List<String> pages(String... command) {
    List<String> titles = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(command));
    for (boolean more = true; more; ) {
      String page = pipe(arguments.toArray(String[]::new));
      Matcher title = Pattern.compile("(?:high|medium|low) task.*").matcher(page);
      title.results().map(MatchResult::group).map(String::strip).forEach(titles::add);
      Matcher next = Pattern.compile("--after (\\S+)").matcher(page);
      more = next.find();
      if (more) {
        arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--after", next.group(1)));
      }
    }
    return titles;
  }
}
