package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tagged region of this class is the snippet of docs/backup.md. */
class BackupSnippetTest {

  @TempDir private Path folder;

  @Test
  void anArchiveIsRestoredIntoAnEmptyDatabase() {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    String newUrl = "jdbc:sqlite:" + folder.resolve("new.db");
    Path archive = folder.resolve("tasks.zip");
    try (TaskStore store = TaskStore.open(url)) {
      store.tags().insert(NewTag.of("urgent"));
    }
    // tag::backup[]
    try (TaskStore store = TaskStore.open(url)) {
      Backup.of(store.database(), DefaultSchema.DEFAULT_SCHEMA).writeTo(archive);
    }

    try (TaskStore empty =
        TaskStore.builder().url(newUrl).migrationMode(MigrationMode.NONE).open()) {
      Restore.into(empty.database()).from(archive);
    }
    // end::backup[]
    try (TaskStore restored = TaskStore.open(newUrl)) {
      assertThat(restored.tags().count()).isEqualTo(1);
    }
  }
}
