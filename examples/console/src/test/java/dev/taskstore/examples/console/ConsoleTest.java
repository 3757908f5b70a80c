package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConsoleTest {

  private static final String UNKNOWN = "01940000-0021-7000-8000-000000000021";

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void nameADatabase() {
    url = TestDatabases.sqlite(folder);
  }

  private ConsoleRun run(String... args) {
    return ConsoleRun.of(url, args);
  }

  private String succeed(String... args) {
    ConsoleRun run = run(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private void fail(int exitCode, String message, String... args) {
    ConsoleRun run = run(args);
    assertThat(run.err()).isEqualTo("console: " + message + "\n");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  private String add(String... args) {
    return succeed(Stream.concat(Stream.of("add"), Stream.of(args)).toArray(String[]::new)).strip();
  }

  static List<List<String>> commands() {
    List<List<String>> names = new ArrayList<>();
    collect(Console.commandLine(ConsoleRun.PIPE), List.of(), names);
    return names;
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> names) {
    names.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(name);
              collect(subcommand, longer, names);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(List<String> command) {
    ConsoleRun run = ConsoleRun.of(Stream.concat(command.stream(), Stream.of("--help")).toList());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(("Usage: console " + String.join(" ", command)).strip())
        .contains("Exit codes:", "--db=URL")
        .endsWith("\n");
  }

  @Test
  void addsShowsEditsAndDeletesATask() {
    String id =
        add("Buy milk", "-d", "two\nbottles", "-p", "high", "--due", "2026-03-01", "-t", "shop");

    assertThat(succeed("show", id))
        .contains(
            "Id:        " + id,
            "Title:     Buy milk",
            "User:      " + System.getProperty("user.name"),
            "Status:    pending",
            "Priority:  high",
            "Tags:      shop",
            "Due:       2026-03-01T23:59:59Z")
        .endsWith("\n\ntwo\nbottles\n");

    succeed("edit", id, "--title", "Buy oat milk", "--no-due", "--no-description", "-p", "low");
    assertThat(succeed("show", id))
        .contains("Title:     Buy oat milk", "Priority:  low")
        .doesNotContain("Due:", "bottles");

    succeed("delete", id);
    fail(ExitCode.NOT_FOUND, "Task " + id + " does not exist.", "show", id);
  }

  @Test
  void startsAndCompletesTasksOnce() {
    String id = add("Buy milk");

    succeed("start", id);
    assertThat(succeed("show", id)).contains("Status:    in_progress");
    succeed("done", id);
    String done = succeed("show", id);
    assertThat(done).contains("Status:    completed", "Completed: ");
    succeed("done", id);
    assertThat(succeed("show", id)).isEqualTo(done);
  }

  @Test
  void changesAllTasksOrNone() {
    String id = add("Buy milk");

    fail(ExitCode.NOT_FOUND, "Task " + UNKNOWN + " does not exist.", "done", id, UNKNOWN);
    fail(ExitCode.NOT_FOUND, "Task " + UNKNOWN + " does not exist.", "delete", id, UNKNOWN);
    assertThat(succeed("show", id)).contains("Status:    pending");
  }

  @Test
  void tagsAndUntagsATask() {
    String id = add("Buy milk");

    succeed("tag", id, "shop", "today");
    assertThat(succeed("show", id)).contains("Tags:      shop, today");
    succeed("untag", id, "today", "never");
    assertThat(succeed("show", id)).contains("Tags:      shop\n");
    assertThat(succeed("tags")).isEqualTo("TAG    TASKS\nshop       1\ntoday      0\n");
  }

  @Test
  void findsUsersByTheirNames() {
    fail(
        ExitCode.NOT_FOUND,
        "User 'ada' does not exist. Add it with: console users add NAME EMAIL",
        "add",
        "Buy milk",
        "--user",
        "ada");
    succeed("users", "add", "ada", "ada@example.com");
    succeed("add", "Buy milk", "--user", "ada");

    assertThat(succeed("users")).contains("ada   ada@example.com");
    assertThat(succeed("list", "--user", "ada")).contains("Buy milk");
    ConsoleRun again = run("users", "add", "ada", "other@example.com");
    assertThat(again.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(again.err()).contains("uq_users_username").hasLineCount(1);
  }

  @Test
  void listsOverdueTasksByDueTime() {
    add("late", "--due", "2026-01-02");
    add("later", "--due", "2026-01-01T12:00:00+02:00");
    succeed("done", add("done", "--due", "2026-01-01"));
    add("never");

    for (List<String> filter : List.of(List.<String>of(), List.of("--priority", "medium"))) {
      String[] args =
          Stream.concat(Stream.of("list", "--overdue"), filter.stream()).toArray(String[]::new);
      assertThat(succeed(args).lines().skip(1).map(line -> line.replaceAll(".* ", "")))
          .containsExactly("later", "late");
    }
  }

  @Test
  void printsNothingForAnEmptyList() {
    assertThat(succeed("list")).isEmpty();
    assertThat(succeed("list", "--json")).isEqualTo("{\n  \"items\": [ ],\n  \"next\": null\n}\n");
  }

  @Test
  void refusesWhatCannotBeStored() {
    ConsoleRun run = run("add", "x".repeat(256));

    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run.err())
        .isEqualTo(
            "console: tasks.title must have 1 to 255 code points but has 256"
                + " (ck_tasks_title_length).\n");
    fail(ExitCode.REJECTED, "The page size must be 1 to 1000, not 0.", "list", "--page-size", "0");
    fail(
        ExitCode.REJECTED,
        "The page token is damaged. Start again with the first page.",
        "list",
        "--after",
        "nonsense");
  }

  @Test
  void explainsWrongUsageInOneLine() {
    fail(
        ExitCode.USAGE,
        "Invalid value for positional parameter at index 0 (ID): '7' is not a task ID: a UUID, or"
            + " at least 4 of its last digits, as 'console list' shows them (see console show"
            + " --help)",
        "show",
        "7");
    fail(
        ExitCode.USAGE,
        "Invalid value for option '--priority': 'urgent' is not one of low, medium, high"
            + " (see console add --help)",
        "add",
        "x",
        "-p",
        "urgent");
    fail(ExitCode.USAGE, "No changes given. (see console edit --help)", "edit", add("x"));
    assertThat(run("dance").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run().exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:/no/such/folder/tasks.db",
        "jdbc:postgresql://localhost:1/none",
        "jdbc:nonesuch:tasks",
        "tasks.db"
      })
  void reportsThatADatabaseCannotBeUsed(String bad) {
    url = bad;

    ConsoleRun run = run("list");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(run.err()).startsWith("console: ").hasLineCount(1);
  }

  @Test
  void namesADatabaseThatIsReadOnly() {
    String writable = TestDatabases.postgres();
    url = writable;
    succeed("list");
    url = writable + "&options=-c%20default_transaction_read_only=on";

    ConsoleRun run = run("add", "Buy milk");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE);
    assertThat(run.err())
        .startsWith(
            "console: " + writable.replaceFirst("\\?.*", "") + ": the database is read-only.");
    assertThat(run.err()).hasLineCount(1);
  }

  @Test
  void showsTheStackTraceOnlyWhenAsked() {
    assertThat(run("show", UNKNOWN).err()).hasLineCount(1);
    assertThat(run("show", UNKNOWN, "--trace").err()).contains("\tat dev.taskstore");
  }

  @Test
  void migratesDownAndUpWithoutLosingTasks() throws IOException {
    succeed("import", Samples.issues(folder).toString());
    String before = succeed("list", "--all");
    long all = succeed("migrate", "status").lines().filter(l -> l.contains(" applied ")).count();

    assertThat(succeed("migrate", "down", "--count", "2")).isEqualTo("2 rolled back\n");
    assertThat(succeed("migrate", "status").lines().filter(l -> l.endsWith("pending"))).hasSize(2);
    assertThat(succeed("migrate", "status", "--json")).contains("\"applied_at\": null");
    assertThat(succeed("migrate", "up")).isEqualTo("2 applied\n");

    assertThat(succeed("migrate", "status").lines().filter(l -> l.contains(" applied ")))
        .hasSize((int) all);
    assertThat(succeed("list", "--all")).isEqualTo(before);
    fail(
        ExitCode.REJECTED,
        run("migrate", "down", "-n", "0").err().strip().substring("console: ".length()),
        "migrate",
        "down",
        "-n",
        "0");
  }

  @Test
  void leavesNoUnfinishedExport() throws IOException {
    succeed("import", Samples.issues(folder).toString());
    Path target = folder.resolve("out.json");

    assertThat(succeed("export", target.toString())).isEmpty();

    assertThat(Files.readString(target)).isEqualTo(succeed("export"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
    assertThat(run("export", folder.resolve("no/such/out.json").toString()).exitCode())
        .isEqualTo(ExitCode.REJECTED);
  }
}
