package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.dialect.postgres.PostgresRoleServer;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that hide rows from the role of the backup. */
class RowSecurityTest {

  @TempDir private Path folder;

  @Test
  void aBackupFailsWherePoliciesHideRows() throws Exception {
    Path archive = folder.resolve("tasks.zip");
    try (TckDatabase database = Engine.POSTGRES.filled(folder, 20);
        TaskStore store = Engine.store(database)) {
      ArchiveManifest complete = SampleTasks.backUp(store, folder.resolve("complete.zip"));
      store.dsl().execute("ALTER TABLE tasks ENABLE ROW LEVEL SECURITY");
      store.dsl().execute("ALTER TABLE tasks FORCE ROW LEVEL SECURITY");
      store.dsl().execute("CREATE POLICY urgent_only ON tasks USING (priority = 'high')");
      assertThat(store.tasks().count()).isEqualTo(15);

      for (int workers = 1; workers <= 2; workers++) {
        Backup backup = SampleTasks.backup(store).workers(workers);
        assertThatThrownBy(() -> backup.writeTo(archive))
            .isInstanceOf(DatabaseException.class)
            .hasMessageContaining("row-level security policy for table \"tasks\"");
        assertThat(archive).doesNotExist();
      }

      store.dsl().execute("ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY");
      assertThat(SampleTasks.backUp(store, archive).tables()).isEqualTo(complete.tables());
    }
  }

  /** The role of an application sees a part of the rows, which is never taken for all of them. */
  @Test
  void aBackupAsTheApplicationFailsUnderThePoliciesOfTheLibrary() throws Exception {
    try (TckDatabase database = PostgresRoleServer.newDatabase()) {
      PostgresRoleServer.migrate(
          database,
          DefaultSchema.DEFAULT_SCHEMA,
          owned -> {
            try (TaskStore store = Engine.store(owned)) {
              SampleTasks.insert(store, 20);
              store.database().rowSecurity(TaskStore.OWNERSHIP).enable();
            }
          });
      Path archive = folder.resolve("application.zip");
      try (TaskStore store =
          Engine.store(PostgresRoleServer.as(PostgresRoleServer.APPLICATION, database))) {
        for (int workers = 1; workers <= 2; workers++) {
          Backup backup = SampleTasks.backup(store).workers(workers);
          assertThatThrownBy(() -> backup.writeTo(archive))
              .isInstanceOf(DatabaseException.class)
              .hasMessageContaining("row-level security policy for table");
          assertThat(archive).doesNotExist();
        }
      }
      try (TaskStore store =
          Engine.store(PostgresRoleServer.as(PostgresRoleServer.OWNER, database))) {
        assertThat(SampleTasks.backUp(store, archive).rows()).isGreaterThan(20);
      }
    }
  }
}
