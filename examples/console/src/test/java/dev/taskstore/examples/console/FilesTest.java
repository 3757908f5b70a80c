package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and standard streams of imports and exports. */
class FilesTest {

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void nameADatabase() {
    url = TestDatabases.sqlite(folder);
  }

  private ConsoleRun run(String... args) {
    return ConsoleRun.of(url, args);
  }

  @Test
  void aHyphenIsAStandardStream() throws IOException {
    ConsoleRun imported =
        ConsoleRun.of(
            ConsoleRun.input("2026-01-01 Grüße\n"), url, "import", "-", "--format", "todo.txt");

    assertThat(imported.out()).contains("1 new");
    ConsoleRun exported = run("export", "-", "--format", "todo.txt");
    assertThat(exported).isEqualTo(new ConsoleRun(0, "2026-01-01 Grüße\n", ""));
    assertThat(run("export", "-")).isEqualTo(run("export"));
    assertThat(Path.of("-")).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.endsWith("-"))).isEmpty();
    }
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsText() throws IOException {
    Path file = Files.writeString(folder.resolve("words"), "--priority high");

    assertThat(run("add", "@home", "--tag", "@home").exitCode()).isZero();
    assertThat(run("add", "@" + file).exitCode()).isZero();

    assertThat(run("list").out()).contains("@home", "@" + file).doesNotContain("high");
  }

  @Test
  void filesThatCannotBeReadAreNamed() {
    assertThat(run("import", folder.toString()))
        .isEqualTo(
            new ConsoleRun(ExitCode.REJECTED, "", "console: " + folder + ": is a directory\n"));
    assertThat(run("import", folder.resolve("none.txt").toString()).err())
        .isEqualTo("console: " + folder.resolve("none.txt") + ": no such file\n");
    assertThat(run("import", "a\0b").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void filesThatCannotBeWrittenAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run("export", folder.toString()).err())
        .isEqualTo("console: " + folder + ": is a directory\n");
    Path inFile = file.resolve("out.json");
    assertThat(run("export", inFile.toString()).exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(run("export", inFile.toString()).err()).startsWith("console: " + inFile + ": ");
    Path inNothing = folder.resolve("no/out.json");
    assertThat(run("export", inNothing.toString()).err())
        .isEqualTo("console: " + inNothing + ": no such folder\n");
    assertThat(run("export", "a\0b").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anExportThroughASymbolicLinkKeepsTheLink() throws IOException {
    Path target = Files.writeString(folder.resolve("target.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);

    assertThat(run("export", link.toString()).exitCode()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo("[ ]\n");
  }

  @Test
  void anExportToADeviceIsWrittenDirectly() {
    assertThat(run("export", "/dev/null").exitCode()).isZero();
    ConsoleRun full = run("export", "/dev/full");
    assertThat(full.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(full.err()).startsWith("console: /dev/full: ");
  }
}
