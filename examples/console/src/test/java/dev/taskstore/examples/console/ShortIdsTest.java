package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortIdsTest {

  private static final UUID ONE = UUID.fromString("01940000-0021-7000-8000-00000000abcd");
  private static final UUID TWO = UUID.fromString("01940000-0022-7000-8000-00000100abcd");
  private static final UUID TWIN = UUID.fromString("01940000-0023-7000-8000-00000100abcd");
  private static final UUID OTHER = UUID.fromString("01940000-0021-7000-8000-0000000012ef");

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void importTasks() throws IOException {
    url = TestDatabases.sqlite(folder);
    Path file =
        Files.writeString(
            folder.resolve("todo.txt"),
            "one id:" + ONE + "\ntwo id:" + TWO + "\nother id:" + OTHER + "\n");
    assertThat(run("import", file.toString()).exitCode()).isZero();
  }

  private ConsoleRun run(String... args) {
    return ConsoleRun.of(url, args);
  }

  @Test
  void areTheShortestUniqueSuffixesOfAtLeastFourDigits() {
    ShortIds ids = ShortIds.of(List.of(ONE, TWO, OTHER));

    assertThat(ids.of(OTHER)).isEqualTo("12ef");
    assertThat(ids.of(ONE)).isEqualTo("000abcd");
    assertThat(ids.of(TWO)).isEqualTo("100abcd");
    assertThat(ShortIds.of(List.of(TWO, TWIN)).of(TWO)).isEqualTo(TWO.toString());
    assertThat(ShortIds.of(List.of(ONE)).of(ONE)).isEqualTo("abcd");
  }

  @Test
  void listsPrintThemAndCommandsAcceptThem() {
    assertThat(run("list").out().lines().skip(1).map(line -> line.split(" ")[0]))
        .containsExactly("12ef", "100abcd", "000abcd");
    assertThat(run("show", "12ef").out()).contains("Title:     other", OTHER.toString());
    assertThat(run("show", "12EF").out()).contains("Title:     other");
    assertThat(run("show", "8000-0000000012ef").out()).contains("Title:     other");
    assertThat(run("done", "100abcd", "12ef", OTHER.toString()).exitCode()).isZero();
    assertThat(run("edit", "000abcd", "--title", "first").exitCode()).isZero();
    assertThat(run("tag", "000abcd", "x").exitCode()).isZero();
    assertThat(run("untag", "000abcd", "x").exitCode()).isZero();
    assertThat(run("start", "000abcd").exitCode()).isZero();
    assertThat(run("list").out()).contains("first").hasLineCount(2);
    assertThat(run("delete", "000abcd").exitCode()).isZero();
  }

  @Test
  void anAmbiguousOneListsTheCandidates() {
    assertThat(run("delete", "abcd"))
        .isEqualTo(
            new ConsoleRun(
                ExitCode.REJECTED,
                "",
                "console: Task ID abcd is ambiguous: 000abcd (one), 100abcd (two). Give more"
                    + " digits.\n"));
    assertThat(run("show", "9999").err()).isEqualTo("console: Task 9999 does not exist.\n");
    assertThat(run("show", "9999").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "xyz12", "a---", "01940000-0021-7000-8000-00000000abcdef"})
  void wordsThatCannotBeIdsAreRefused(String word) {
    assertThat(run("show", word).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("show", word).err()).contains("is not a task ID");
  }

  @Test
  void addPrintsTheWholeIdForScriptsAndAShortOneOnATerminal() {
    ConsoleRun added =
        ConsoleRun.of(ConsoleRun.terminal(80, Map.of()), url, "add", "a task of a person");

    assertThat(added.out()).matches("[0-9a-f]{4,6}\n");
    assertThat(run("show", added.out().strip()).out()).contains("a task of a person");
    assertThat(run("add", "a task of a script").out()).hasSize(37);
  }

  @Test
  void aLargeDatabaseHasLongerOnesThatAreNotCompared() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= 20_000; i++) {
      lines.append("2026-01-01 task ").append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("many.txt"), lines);
    assertThat(run("import", file.toString()).exitCode()).isZero();

    String id = run("list", "--page-size", "1").out().lines().skip(1).findFirst().orElseThrow();

    assertThat(id.split(" ")[0]).hasSize(ShortIds.LARGE_DATABASE);
    assertThat(run("show", id.split(" ")[0]).exitCode()).isZero();
  }
}
