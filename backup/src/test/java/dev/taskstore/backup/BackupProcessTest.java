package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed or cannot write. */
class BackupProcessTest {

  private static final long SEED = Long.getLong("taskstore.backup.seed", 20260131);
  private static final int KILLS = 1;

  @TempDir private Path folder;
  private Path archives;
  private Path archive;
  private String url;
  private ArchiveManifest manifest;

  @BeforeEach
  void fill() throws Exception {
    archives = Files.createDirectory(folder.resolve("archives"));
    archive = archives.resolve("tasks.zip");
    TckDatabase database = Engine.SQLITE.create(folder);
    url = database.url();
    try (TaskStore store = Engine.store(database)) {
      SampleTasks.insert(store, 6_000);
      manifest = SampleTasks.backUp(store, archive);
    }
  }

  private static void killSometimeAfterItsStart(Process process, Random random)
      throws IOException, InterruptedException {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo(BackupProcess.STARTED);
      Thread.sleep(random.nextInt(300));
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aKilledBackupLeavesTheOldArchiveOrTheNewOne() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      killSometimeAfterItsStart(BackupProcess.start("backup", url, archive.toString()), random);

      assertThat(Archives.verify(archive, null, Progress.NONE))
          .as("kill %s of seed %s", i, SEED)
          .isEqualTo(manifest);
    }
    try (TaskStore store = TaskStore.open(url)) {
      SampleTasks.backup(store).replaceExisting().writeTo(archive);
    }
    assertThat(files()).containsExactly("tasks.zip");
  }

  @Test
  void aKilledRestoreIsStartedAgain() throws Exception {
    Random random = new Random(SEED);
    TckDatabase target = Engine.SQLITE.create(folder);
    for (int i = 0; i < KILLS; i++) {
      killSometimeAfterItsStart(
          BackupProcess.start("restore", target.url(), archive.toString()), random);
      boolean isMarked;
      try (TaskStore store = Engine.unmigrated(target)) {
        isMarked = RoundTripTest.mark(store);
      }
      if (isMarked) {
        assertThatThrownBy(() -> Engine.store(target).close())
            .as("kill %s of seed %s", i, SEED)
            .isInstanceOf(IncompleteTransferException.class);
      }
    }
    try (TaskStore store = Engine.unmigrated(target)) {
      boolean isComplete = !RoundTripTest.mark(store) && hasTables(store);
      if (!isComplete) {
        Restore.into(store.database()).from(archive);
      }
    }
    try (TaskStore store = Engine.store(target)) {
      assertThat(SampleTasks.backUp(store, folder.resolve("again.zip")).tables())
          .isEqualTo(manifest.tables());
    }
  }

  private static boolean hasTables(TaskStore store) {
    return !store.dsl().<Set<String>>connectionResult(LiveTables::names).isEmpty();
  }

  /** The limit stands for a full disk or a quota: a write fails in the middle of a file. */
  @Test
  void aBackupThatCannotBeWrittenLeavesTheOldArchive() throws Exception {
    long size = Files.size(archive);
    for (long limit : new long[] {0, size / 2, size - 1}) {
      Process process =
          BackupProcess.start("backup", url, archive.toString(), String.valueOf(limit));
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();

      assertThat(output)
          .as("limit of %s bytes", limit)
          .contains("ArchiveFileException: " + archive + " cannot be written: ");
      assertThat(files()).containsExactly("tasks.zip");
      assertThat(Archives.verify(archive, null, Progress.NONE)).isEqualTo(manifest);
    }
  }
}
