package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup leaves in its folder, whether it succeeds or not. */
class BackupFileTest {

  @TempDir private Path folder;
  private Path archives;
  private TckDatabase database;
  private TaskStore store;

  @BeforeEach
  void open() throws Exception {
    archives = Files.createDirectory(folder.resolve("archives"));
    database = Engine.SQLITE.filled(folder, 2_000);
    store = Engine.store(database);
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anExistingFileIsReplacedOnlyIfThatIsAllowed() throws IOException {
    Path file = Files.writeString(archives.resolve("tasks.zip"), "precious");

    assertThatThrownBy(() -> SampleTasks.backUp(store, file))
        .isInstanceOf(ArchiveFileException.class)
        .hasMessage(file + " exists. Choose another name, or allow to replace it.");
    assertThat(file).hasContent("precious");

    SampleTasks.backup(store).replaceExisting().writeTo(file);
    Archives.verify(file, null, Progress.NONE);
    assertThat(files()).containsExactly("tasks.zip");
  }

  @Test
  void aBackupThatFailsLeavesTheOldArchiveAndNothingElse() throws IOException {
    Path file = archives.resolve("tasks.zip");
    SampleTasks.backUp(store, file);
    byte[] before = Files.readAllBytes(file);
    Backup failing =
        SampleTasks.backup(store)
            .replaceExisting()
            .progress(
                (rows, total) -> {
                  throw new IllegalStateException("failure of the test");
                });

    assertThatThrownBy(() -> failing.writeTo(file)).hasMessage("failure of the test");

    assertThat(file).hasBinaryContent(before);
    assertThat(files()).containsExactly("tasks.zip");
  }

  @Test
  void aFolderThatDoesNotExistIsReported() {
    Path file = folder.resolve("missing/tasks.zip");

    assertThatThrownBy(() -> SampleTasks.backUp(store, file))
        .isInstanceOf(ArchiveFileException.class)
        .hasMessageContaining(file + " cannot be written")
        .hasMessageContaining("Check the permissions and the free space of its folder.");
  }

  @Test
  void theTemporaryFilesOfAKilledBackupAreReplaced() throws IOException {
    Path left = Files.createDirectory(archives.resolve(".tasks.zip.partial"));
    Files.writeString(left.resolve("lock"), "");
    Files.writeString(left.resolve("1.rows"), "longer than the new file".repeat(10_000));
    Files.writeString(left.resolve("archive"), "longer than the new file".repeat(100_000));

    SampleTasks.backUp(store, archives.resolve("tasks.zip"));

    assertThat(files()).containsExactly("tasks.zip");
    Archives.verify(archives.resolve("tasks.zip"), null, Progress.NONE);
  }

  @Test
  void twoBackupsDoNotWriteTheSameFile() throws IOException {
    Path file = archives.resolve("tasks.zip");
    try (WorkFolder other = WorkFolder.create(file)) {
      Files.writeString(other.resolve("archive"), "of the other one");

      assertThatThrownBy(() -> SampleTasks.backUp(store, file))
          .isInstanceOf(ArchiveFileException.class)
          .hasMessageContaining("is being written by another backup");

      assertThat(other.resolve("archive")).hasContent("of the other one");
    }
    SampleTasks.backUp(store, file);
    assertThat(files()).containsExactly("tasks.zip");
  }

  @Test
  void archivesInAFolderAreNamedByTheirTime() throws IOException {
    Path first = SampleTasks.backup(store).writeToFolder(archives, "tasks");
    Passphrase passphrase = Passphrase.of("secret".toCharArray());
    Path second =
        SampleTasks.backup(store)
            .passphrase(passphrase)
            .iterations(10)
            .writeToFolder(archives, "tasks");

    assertThat(files())
        .containsExactly("tasks-20260131T120000Z.zip", "tasks-20260131T120000Z.zip.enc");
    assertThat(Archives.verify(second, passphrase, Progress.NONE))
        .isEqualTo(Archives.verify(first, null, Progress.NONE));
    assertThatThrownBy(() -> SampleTasks.backup(store).writeToFolder(archives, "../tasks"))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void onlyTheOwnerReadsAnArchive() throws IOException {
    Path file = archives.resolve("tasks.zip");
    SampleTasks.backUp(store, file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anInvalidNumberOfWorkersIsRefused() {
    assertThatThrownBy(() -> SampleTasks.backup(store).workers(0))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("workers must be at least 1, not 0.");
  }
}
