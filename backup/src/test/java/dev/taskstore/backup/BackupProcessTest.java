package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that cannot write. */
class BackupProcessTest {

  @TempDir private Path folder;
  private Path archives;
  private Path archive;
  private String url;
  private ArchiveManifest manifest;

  @BeforeEach
  void fill() throws Exception {
    archives = Files.createDirectory(folder.resolve("archives"));
    archive = archives.resolve("tasks.zip");
    TckDatabase database = Engine.SQLITE.filled(folder, 2_000);
    url = database.url();
    try (TaskStore store = Engine.store(database)) {
      manifest = SampleTasks.backUp(store, archive);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The limit stands for a full disk or a quota: a write fails in the middle of a file. */
  @Test
  void aBackupThatCannotBeWrittenLeavesTheOldArchive() throws Exception {
    long size = Files.size(archive);
    for (long limit : new long[] {0, size - 1}) {
      Process process = BackupProcess.start(url, archive.toString(), String.valueOf(limit));
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
