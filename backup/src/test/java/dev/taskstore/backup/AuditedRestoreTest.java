package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restored database has the entries of the audit trail, each once. */
class AuditedRestoreTest {

  @TempDir private Path folder;

  private static List<AuditEntry> entries(TaskStore store) {
    return TaskStore.AUDITED.tables().stream()
        .flatMap(
            table ->
                trail(store)
                    .entriesSince(table, Instant.EPOCH, PageRequest.first(1_000))
                    .items()
                    .stream())
        .toList();
  }

  private static AuditTrail trail(TaskStore store) {
    return store.database().auditTrail(TaskStore.AUDITED);
  }

  private Path archive(Engine engine, List<AuditEntry> written) throws Exception {
    Path archive = folder.resolve("tasks.zip");
    try (TckDatabase database = engine.migrated(folder);
        TaskStore store = Engine.store(database)) {
      trail(store).enable();
      SampleTasks.insert(store, 10);
      SampleTasks.backUp(store, archive);
      written.addAll(entries(store));
    }
    return archive;
  }

  @ParameterizedTest
  @EnumSource
  void anArchiveRestoresTheEntriesOnBothDialects(Engine engine) throws Exception {
    List<AuditEntry> written = new ArrayList<>();
    Path archive = archive(engine, written);
    assertThat(written).hasSizeGreaterThan(30);
    for (Engine other : Engine.values()) {
      try (TckDatabase database = other.create(folder);
          TaskStore store = Engine.unmigrated(database)) {
        Restore.into(store.database()).from(archive);
        assertThat(entries(store)).isEqualTo(written);
        trail(store).enable();
        assertThat(trail(store).differences()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseWhoseAuditTrailIsEnabledIsRefused(Engine engine) throws Exception {
    Path archive = archive(engine, new ArrayList<>());
    try (TckDatabase database = engine.migrated(folder);
        TaskStore store = Engine.store(database)) {
      trail(store).enable();
      assertThatThrownBy(() -> Restore.into(store.database()).from(archive))
          .isInstanceOf(TargetNotEmptyException.class)
          .hasMessageContaining("its audit trail is enabled");
      trail(store).disable();
      Restore.into(store.database()).from(archive);
      assertThat(entries(store)).isNotEmpty();
    }
  }
}
