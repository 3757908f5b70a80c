package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

  private static final Environment WITH_PASSPHRASE =
      new Environment(
          InputStream.nullInputStream(),
          Map.of("TASKSTORE_PASSPHRASE", "correct horse"),
          ConsoleRun.CLOCK,
          Terminal.NONE);

  @TempDir private Path folder;

  private String url;

  @BeforeEach
  void importTasks() throws IOException {
    url = TestDatabases.sqlite(folder);
    run(url, "import", Samples.issues(folder).toString());
  }

  /** Runs a command that succeeds. */
  private static String run(String url, String... args) {
    return run(ConsoleRun.PIPE, url, args);
  }

  private static String run(Environment environment, String url, String... args) {
    ConsoleRun run = ConsoleRun.of(environment, url, args);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private static void assertRejected(ConsoleRun run, int exitCode, String message) {
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("console: ").contains(message).hasLineCount(1);
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  private List<String> files(String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension))
          .sorted()
          .toList();
    }
  }

  @Test
  void anArchiveIsRestoredOnBothDatabases() {
    String archive = folder.resolve("tasks.zip").toString();
    String exported = run(url, "export");

    assertThat(run(url, "backup", archive)).isEqualTo(archive + "\n");
    for (String target : List.of(TestDatabases.sqlite(folder), TestDatabases.postgres())) {
      assertThat(run(target, "restore", archive))
          .isEqualTo("restored 17 rows of 2026-11-29T10:30:00Z\n");
      assertThat(run(target, "export")).isEqualTo(exported);
      assertThat(run(target, "migrate", "drift")).isEmpty();
      assertRejected(ConsoleRun.of(target, "restore", archive), ExitCode.DATABASE, "is not empty");
    }
  }

  @Test
  void theNewestArchiveOfAFolderIsReadWithoutItsName() throws IOException {
    String archives = Files.createDirectory(folder.resolve("archives")).toString();
    String noDatabase = TestDatabases.sqlite(folder);
    assertRejected(
        ConsoleRun.of(noDatabase, "backup", "verify", "--newest", archives),
        ExitCode.NOT_FOUND,
        "contains no archive");
    String archive = run(url, "backup", "--to", archives).strip();
    Files.copy(Path.of(archive), Path.of(archives, "taskstore-20200101T000000Z.zip"));

    assertThat(run(noDatabase, "backup", "verify", "--newest", archives))
        .startsWith(archive + ": 17 rows");
    assertThat(run(noDatabase, "backup", "inspect", "--newest", archives)).contains("17");
    assertThat(run(TestDatabases.sqlite(folder), "restore", "--newest", archives))
        .startsWith("restored 17 rows");
    for (String[] arguments :
        List.of(
            new String[] {"backup", "verify"},
            new String[] {"restore", archive, "--newest", archives})) {
      assertRejected(
          ConsoleRun.of(TestDatabases.sqlite(folder), arguments),
          ExitCode.USAGE,
          "either FILE or --newest DIR");
    }
  }

  @Test
  void anArchiveIsVerifiedAndInspectedWithoutADatabase() throws IOException {
    Path archive = folder.resolve("tasks.zip");
    run(url, "backup", archive.toString());
    String noDatabase = "jdbc:nothing:here";

    assertThat(run(noDatabase, "backup", "verify", archive.toString()))
        .isEqualTo(archive + ": 17 rows of 2026-11-29T10:30:00Z, complete\n");
    assertThat(run(noDatabase, "backup", "inspect", archive.toString()))
        .contains("Time:      2026-11-29T10:30:00Z\n", "Database:  sqlite", ", tag 005\n")
        .contains("  tasks: 5\n", "  users: 3\n");
    assertThat(run(noDatabase, "backup", "inspect", "--json", archive.toString()))
        .contains("\"formatVersion\" : 1", "\"name\" : \"task_tags\"");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    assertRejected(
        ConsoleRun.of(noDatabase, "backup", "verify", archive.toString()),
        ExitCode.REJECTED,
        "is damaged");
  }

  @Test
  void anArchiveInAFolderIsNamedByItsTimeAndOldOnesAreDeleted() throws IOException {
    Path old = folder.resolve("taskstore-20261129T080000Z.zip");
    run(url, "backup", old.toString());

    assertThat(run(url, "backup", "prune", folder.toString(), "--keep", "1d")).isEmpty();
    assertThat(run(url, "backup", "--to", folder.toString(), "--keep", "2w"))
        .isEqualTo(folder.resolve("taskstore-20261129T103000Z.zip") + "\ndeleted " + old + "\n");
    assertThat(files(".zip")).containsExactly("taskstore-20261129T103000Z.zip");
    Path older = folder.resolve("taskstore-20261128T080000Z.zip");
    run(url, "backup", older.toString());
    assertThat(run(url, "backup", "prune", folder.toString(), "--keep", "1d", "--dry-run"))
        .isEqualTo("deleted " + older + "\n");
    assertThat(older).exists();
  }

  @Test
  void anEncryptedArchiveRequiresThePassphrase() throws IOException {
    String archive = folder.resolve("tasks.zip.enc").toString();
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");

    run(WITH_PASSPHRASE, url, "backup", "--encrypt", archive);

    run(WITH_PASSPHRASE, url, "backup", "verify", archive);
    String target = TestDatabases.sqlite(folder);
    assertRejected(ConsoleRun.of(target, "restore", archive), ExitCode.REJECTED, "is encrypted");
    run(target, "restore", archive, "--passphrase-file", passphrase.toString());
    Files.writeString(passphrase, "wrong");
    assertRejected(
        ConsoleRun.of(
            url, "backup", "inspect", archive, "--passphrase-file", passphrase.toString()),
        ExitCode.REJECTED,
        "The passphrase is wrong");
    assertRejected(
        ConsoleRun.of(url, "backup", "--encrypt", folder.resolve("other").toString()),
        ExitCode.REJECTED,
        "TASKSTORE_PASSPHRASE is not set");
  }

  @Test
  void aNativeCopyReplacesTheContentsOfTheDatabase() {
    String copy = folder.resolve("copy.db").toString();
    String exported = run(url, "export");
    assertThat(run(url, "backup", "--native", copy)).isEqualTo(copy + "\n");
    run(url, "add", "Buy bread", "--user", "ada");

    assertThat(run(url, "restore", "--native", copy)).isEqualTo("restored " + copy + "\n");

    assertThat(run(url, "export")).isEqualTo(exported);
    String server = TestDatabases.postgres();
    run(server, "list");
    assertRejected(
        ConsoleRun.of(server, "backup", "--native", copy + "2"),
        ExitCode.DATABASE,
        "no native backup");
  }

  @Test
  void anExistingFileIsKeptUnlessItIsForced() throws IOException {
    Path archive = Files.writeString(folder.resolve("tasks.zip"), "precious");

    assertRejected(ConsoleRun.of(url, "backup", archive.toString()), ExitCode.REJECTED, "exists");
    assertThat(archive).hasContent("precious");
    run(url, "backup", "--force", archive.toString());
    run(url, "backup", "verify", archive.toString());
  }

  @Test
  void wrongUsageIsExplained() {
    String archive = folder.resolve("tasks.zip").toString();
    for (String[] args :
        List.of(
            new String[] {"backup"},
            new String[] {"backup", archive, "--to", folder.toString()},
            new String[] {"backup", archive, "--keep", "1d"},
            new String[] {"backup", archive, "--native", "--encrypt"},
            new String[] {"backup", "prune", folder.toString()})) {
      ConsoleRun run = ConsoleRun.of(url, args);
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
    }
    assertRejected(
        ConsoleRun.of(url, "backup", "--to", folder.toString(), "--keep", "often"),
        ExitCode.REJECTED,
        "7d,4w,12m");
    assertThat(folder.resolve("tasks.zip")).doesNotExist();
  }

  @Test
  void anEmptyDatabaseIsNotMigratedByABackup() {
    assertRejected(
        ConsoleRun.of(
            TestDatabases.sqlite(folder), "backup", folder.resolve("tasks.zip").toString()),
        ExitCode.DATABASE,
        "changesets are pending");
  }
}
