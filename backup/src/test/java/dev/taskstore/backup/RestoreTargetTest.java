package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that are not empty, and restores that did not finish. */
class RestoreTargetTest {

  private static final long SEED = Long.getLong("taskstore.backup.seed", 20260131);

  @TempDir private static Path shared;
  private static Path archive;
  private static ArchiveManifest manifest;

  @TempDir private Path folder;

  @BeforeAll
  static void writeAnArchive() throws Exception {
    archive = shared.resolve("tasks.zip");
    try (TckDatabase database = Engine.SQLITE.create(shared);
        TaskStore store = Engine.store(database)) {
      SampleTasks.insert(store, 4_000);
      manifest = SampleTasks.backUp(store, archive);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDatabaseWithRowsIsRefusedAndUntouched(Engine engine) throws Exception {
    try (TckDatabase target = engine.migrated(folder);
        TaskStore store = Engine.store(target)) {
      store.users().insert(NewUser.of("grace", "grace@example.com", PasswordHash.locked()));

      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(TargetNotEmptyException.class)
          .hasMessageContaining("the table users contains rows");

      assertThat(store.users().findByUsername("grace")).isPresent();
      assertThat(store.tasks().count()).isZero();
      assertThat(RoundTripTest.mark(store)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDatabaseWithOtherTablesIsRefusedAndUntouched(Engine engine) throws Exception {
    try (TckDatabase target = engine.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      store.dsl().execute("CREATE TABLE invoices (id integer)");

      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(TargetNotEmptyException.class)
          .hasMessageContaining("invoices");

      store.dsl().execute("DROP TABLE invoices");
      store.dsl().execute("CREATE TABLE tasks (id integer)");
      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(TargetNotEmptyException.class)
          .hasMessageContaining("tables that no changeset has created: tasks");
      assertThat(store.migrations().history()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theTargetOfACopyIsRefused(Engine engine) throws Exception {
    try (TckDatabase target = engine.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      IncompleteTransfer copy =
          new IncompleteTransfer(
              IncompleteTransfer.Kind.COPY, "old.db", Instant.parse("2026-01-31T12:00:00Z"));
      DatabaseWork.run(
          store.database(),
          DatabaseWork.WRITE,
          (connection, dsl) -> {
            copy.begin(connection);
            return true;
          });

      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(TargetNotEmptyException.class)
          .hasMessageContaining("incomplete target of a copy of old.db");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRestoreThatFailsAnywhereIsStartedAgain(Engine engine) throws Exception {
    Random random = new Random(SEED);
    try (TckDatabase target = engine.create(folder)) {
      for (int i = 0; i < 4; i++) {
        long failsAt = manifest.rows() + random.nextLong(2 * manifest.rows() - 5_000);
        try (TaskStore store = Engine.unmigrated(target)) {
          Restore restore =
              Restore.into(store.database())
                  .progress(
                      (rows, total) -> {
                        if (rows >= failsAt) {
                          throw new IllegalStateException("failure of the test");
                        }
                      });
          assertThatThrownBy(() -> restore.from(archive))
              .as("Failure at row %s, seed %s", failsAt, SEED)
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("failure of the test");
          assertThat(RoundTripTest.mark(store)).isTrue();
          assertThat(store.tasks().count()).isZero();
        }
        assertThatThrownBy(() -> Engine.store(target).close())
            .isInstanceOf(IncompleteTransferException.class);
      }
      try (TaskStore store = Engine.unmigrated(target)) {
        Restore.into(store.database()).from(archive);
      }
      try (TaskStore store = Engine.store(target)) {
        ArchiveManifest again = SampleTasks.backUp(store, folder.resolve("again.zip"));
        assertThat(again.tables()).isEqualTo(manifest.tables());
        assertThat(store.migrations().drift().toString()).isEmpty();
      }
    }
  }

  /** A trigger stands for anything that changes rows while they are loaded. */
  @ParameterizedTest
  @EnumSource(value = Engine.class, names = "SQLITE")
  void rowsThatDifferAfterTheLoadAreFound(Engine engine) throws Exception {
    try (TckDatabase target = engine.migrated(folder);
        TaskStore store = Engine.store(target)) {
      store
          .dsl()
          .execute(
              "CREATE TRIGGER louder AFTER INSERT ON tags BEGIN"
                  + " UPDATE tags SET version = 7 WHERE id = NEW.id; END");

      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(BackupFailedException.class)
          .hasMessageContaining("the rows of the table tags differ");

      assertThat(RoundTripTest.mark(store)).isTrue();
      assertThat(store.tags().count()).isZero();
      assertThat(List.of("tags", "tasks"))
          .allMatch(table -> store.dsl().fetchCount(DSL.table(table)) == 0);
    }
  }
}
