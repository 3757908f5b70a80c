package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command runs on SQLite and on PostgreSQL, and both must print the same. */
class ImportExportTest {

  @TempDir private Path folder;

  private String sqlite;
  private String postgres;

  @BeforeEach
  void nameTheDatabases() {
    sqlite = TestDatabases.sqlite(folder);
    postgres = TestDatabases.postgres();
  }

  private ConsoleRun run(String... args) {
    ConsoleRun run = ConsoleRun.of(sqlite, args);
    assertThat(ConsoleRun.of(postgres, args)).isEqualTo(run);
    return run;
  }

  private String succeed(String... args) {
    ConsoleRun run = run(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private void importIssues() throws IOException {
    assertThat(succeed("import", Samples.issues(folder).toString()))
        .isEqualTo("5 tasks by 3 users with 3 tags: 5 new, 0 changed, 0 unchanged\n");
  }

  private String idOf(String title) {
    Matcher matcher =
        Pattern.compile("(?m)^(\\S{4,}) .*" + Pattern.quote(title))
            .matcher(succeed("list", "--all"));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void answersTheSameOnBothDatabases() throws IOException {
    importIssues();

    for (List<String> command :
        List.of(
            List.of("list"),
            List.of("list", "--all"),
            List.of("list", "--all", "--json"),
            List.of("list", "--all", "--sort", "priority"),
            List.of("list", "--sort", "due"),
            List.of("list", "--user", "ada"),
            List.of("list", "--user", "nobody"),
            List.of("list", "--status", "completed"),
            List.of("list", "--tag", "outdoors"),
            List.of("list", "--tag", "outdoors", "--status", "pending", "--user", "ada"),
            List.of("list", "--tag", "nothing"),
            List.of("list", "--priority", "medium", "--page-size", "2"),
            List.of("list", "--overdue"),
            List.of("search", "éclairs"),
            List.of("search", "ECLAIRS", "--json"),
            List.of("search", "STRASSE"),
            List.of("search", "0% _"),
            List.of("search", ""),
            List.of("stats"),
            List.of("stats", "--json"),
            List.of("tags"),
            List.of("tags", "--json"),
            List.of("users"),
            List.of("users", "--json"),
            List.of("export"),
            List.of("export", "--format", "todo.txt"),
            List.of("export", "--user", "ada"),
            List.of("show", idOf("日本語")),
            List.of("show", "--json", idOf("Straße")))) {
      run(command.toArray(String[]::new));
    }
  }

  @Test
  void listsNewestFirstPageByPage() throws IOException {
    importIssues();

    String first = succeed("list", "--all", "--page-size", "2");
    assertThat(first.lines().skip(1).limit(2).map(l -> l.replaceAll("^\\S+\\s+(\\S+) .*", "$1")))
        .containsExactly("2026-01-06", "2026-01-03");
    String token = first.replaceAll("(?s).*Next page: --after (\\S+)\n", "$1");
    String second = succeed("list", "--all", "--after", token);
    assertThat(second).contains("Straße", "ÉCLAIRS").doesNotContain("日本語");
    String last =
        succeed("list", "-a", "--after", second.replaceAll("(?s).*--after (\\S+)\n", "$1"));
    assertThat(last).contains("100% _sure_").doesNotContain("--after");
  }

  @Test
  void findsTitlesInAnyCase() throws IOException {
    importIssues();

    assertThat(succeed("search", "éclairs")).contains("ÉCLAIRS").doesNotContain("essen");
    assertThat(succeed("search", "0% _")).contains("100% _sure_").hasLineCount(2);
    assertThat(succeed("search", "nowhere")).isEmpty();
  }

  @Test
  void importsTheSameFileOnlyOnce() throws IOException {
    importIssues();
    String before =
        succeed("export") + succeed("list", "-a", "--json") + succeed("users", "--json");

    assertThat(succeed("import", Samples.issues(folder).toString()))
        .isEqualTo("5 tasks by 3 users with 3 tags: 0 new, 0 changed, 5 unchanged\n");

    assertThat(succeed("export") + succeed("list", "-a", "--json") + succeed("users", "--json"))
        .isEqualTo(before);
  }

  @Test
  void importsWhatHasChanged() throws IOException {
    importIssues();
    succeed("edit", idOf("日本語"), "--priority", "high", "--status", "in_progress");
    Path changed =
        Samples.issues(
            folder,
            "\"labels\": [{\"name\": \"outdoors\"}, {\"name\": \"Ärger\"}]",
            "\"labels\": [{\"name\": \"indoors\"}]");

    assertThat(succeed("import", changed.toString()))
        .isEqualTo("5 tasks by 3 users with 3 tags: 0 new, 1 changed, 4 unchanged\n");

    assertThat(succeed("show", idOf("Straße"))).contains("Tags:      indoors\n");
    assertThat(succeed("show", idOf("eclairs"))).contains("Tags:      kitchen, outdoors\n");
    String begun = ConsoleRun.of(sqlite, "show", idOf("日本語")).out();
    assertThat(begun).contains("Priority:  high", "Status:    in_progress");
  }

  @Test
  void importsNothingOfABrokenFile() throws IOException {
    Path broken = Samples.issues(folder, "\"2026-01-06T10:00:00Z\"", "\"soon\"");

    ConsoleRun run = run("import", broken.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run.err())
        .isEqualTo(
            "console: " + broken + ": issues[4].created_at: not an ISO 8601 date and time\n");
    assertThat(succeed("users") + succeed("tags") + succeed("list")).isEmpty();
    assertThat(run("import", folder.resolve("none.json").toString()))
        .isEqualTo(
            new ConsoleRun(
                ExitCode.REJECTED,
                "",
                "console: " + folder.resolve("none.json") + ": no such file\n"));
  }

  @Test
  void importsNothingWhenADatabaseRefusesOneRow() throws IOException {
    ConsoleRun.of(sqlite, "users", "add", "x", "grace@users.noreply.github.com");
    ConsoleRun.of(postgres, "users", "add", "x", "grace@users.noreply.github.com");

    ConsoleRun run = run("import", Samples.issues(folder).toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run.err()).contains("uq_users_email").hasLineCount(1);
    assertThat(succeed("tags") + succeed("list")).isEmpty();
  }

  @Test
  void findsItsOwnIssuesAgain() throws IOException {
    importIssues();
    Path exported = folder.resolve("export.json");
    ConsoleRun.of(sqlite, "export", exported.toString());

    assertThat(succeed("import", exported.toString()))
        .isEqualTo("5 tasks by 3 users with 3 tags: 0 new, 0 changed, 5 unchanged\n");
    assertThat(succeed("export")).isEqualTo(Files.readString(exported));
    String elsewhere = TestDatabases.sqlite(folder);
    ConsoleRun.of(elsewhere, "import", exported.toString());
    assertThat(ConsoleRun.of(elsewhere, "export").out()).isEqualTo(Files.readString(exported));
  }

  @Test
  void importsTodoTxtAndWritesItBack() throws IOException {
    succeed("users", "--json");
    String todo = Samples.todo(folder).toString();
    String me = System.getProperty("user.name");

    assertThat(succeed("import", todo))
        .isEqualTo("3 tasks by 1 user with 3 tags: 3 new, 0 changed, 0 unchanged\n");
    assertThat(succeed("import", todo))
        .isEqualTo("3 tasks by 1 user with 3 tags: 0 new, 0 changed, 3 unchanged\n");
    assertThat(succeed("export", "--format", "todo.txt", "--user", me)).isEqualTo(Samples.todo());
    assertThat(succeed("list", "--tag", "+garden", "--json"))
        .contains("\"due_at\": \"2026-02-01T23:59:59Z\"", "\"user\": \"" + me + "\"");
  }

  @Test
  void findsItsOwnTodoTxtAgain() throws IOException {
    importIssues();
    succeed("import", Samples.todo(folder).toString());
    succeed("tag", idOf("Straße"), "two words", "@home");
    succeed("edit", idOf("日本語"), "--due", "2026-05-05T05:05:05Z", "--priority", "low");
    Path exported = folder.resolve("export.txt");
    ConsoleRun.of(sqlite, "export", exported.toString());
    assertThat(Files.readString(exported))
        .contains("Die Straße fegen +outdoors +two_words +Ärger @home");

    assertThat(succeed("import", exported.toString()))
        .endsWith(": 0 new, 0 changed, 8 unchanged\n");

    assertThat(succeed("export", "--format", "todo.txt")).isEqualTo(Files.readString(exported));
  }

  @Test
  void aLongTitleWithTagsSurvivesTodoTxt() throws IOException {
    String title = "t".repeat(250);
    ConsoleRun.of(sqlite, "add", title, "-t", "release", "-t", "x".repeat(64));
    String exported = ConsoleRun.of(sqlite, "export", "-f", "todo.txt").out();
    Path file = Files.writeString(folder.resolve("long.txt"), exported);

    assertThat(ConsoleRun.of(postgres, "import", file.toString()).out()).contains(": 1 new,");
    assertThat(ConsoleRun.of(sqlite, "import", file.toString()).out()).contains(", 1 unchanged");

    assertThat(ConsoleRun.of(postgres, "list").out())
        .contains("  " + title + "  ", "+release, " + "x".repeat(64));
    assertThat(ConsoleRun.of(postgres, "export", "-f", "todo.txt").out()).isEqualTo(exported);
  }

  @Test
  void linesWithoutADateAreCreatedAtTheTimeOfTheImport() throws IOException {
    String lines = "Water the plants\nx Pay the rent\n";
    Path file = Files.writeString(folder.resolve("undated.txt"), lines);

    succeed("import", file.toString());

    assertThat(succeed("list", "--all", "--json"))
        .contains("\"created_at\": \"2026-11-29T10:30:00.123456Z\"")
        .contains("\"completed_at\": \"2026-11-29T10:30:00.123457Z\"")
        .doesNotContain("1970");
    assertThat(succeed("export", "-f", "todo.txt")).isEqualTo(lines);
    assertThat(succeed("import", file.toString())).contains(" 2 unchanged");
  }

  @Test
  void readsTheFormatThatIsGiven() throws IOException {
    Path unnamed = Files.writeString(folder.resolve("things"), "Buy milk\n");

    assertThat(run("import", unnamed.toString()).exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(succeed("import", unnamed.toString(), "--format", "todo.txt"))
        .isEqualTo("1 task by 1 user with 0 tags: 1 new, 0 changed, 0 unchanged\n");
    assertThat(run("import", unnamed.toString(), "-f", "todo.txt", "-u", "nobody").exitCode())
        .isEqualTo(ExitCode.NOT_FOUND);
  }
}
