package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, SQLITE",
    "SQLITE, POSTGRES",
    "POSTGRES, SQLITE",
    "POSTGRES, POSTGRES",
  })
  void anArchiveIsRestoredOnTheSameAndOnTheOtherDialect(Engine from, Engine to) throws Exception {
    Path archive = folder.resolve("tasks.zip");
    ArchiveManifest written;
    List<User> users;
    try (TckDatabase source = from.filled(folder, 100);
        TaskStore store = Engine.store(source)) {
      written = SampleTasks.backUp(store, archive);
      users = usersOf(store);
    }

    try (TckDatabase target = to.create(folder)) {
      try (TaskStore store = Engine.unmigrated(target)) {
        assertThat(Restore.into(store.database()).from(archive)).isEqualTo(written);
      }
      try (TaskStore store = Engine.store(target)) {
        ArchiveManifest again = SampleTasks.backUp(store, folder.resolve("again.zip"));
        assertThat(again.tables()).isEqualTo(written.tables());
        assertThat(again.rows()).isEqualTo(3 + 300 + 3 + 2 * 45);
        assertThat(usersOf(store)).isEqualTo(users);
        assertThat(store.migrations().drift().toString()).isEmpty();
        assertThat(store.checkIntegrity(10).violations()).isEmpty();
        assertThat(store.migrations().pending()).isEmpty();
        assertThat(mark(store)).isFalse();
      }
    }
  }

  private static List<User> usersOf(TaskStore store) {
    try (Stream<User> users = store.users().stream()) {
      return users.toList();
    }
  }

  static boolean mark(TaskStore store) {
    return store
        .dsl()
        .connectionResult(connection -> IncompleteTransfer.find(connection).isPresent());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theSameRowsAndTimeGiveTheSameBytes(Engine engine) throws Exception {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    try (TckDatabase database = engine.filled(folder, 50);
        TaskStore store = Engine.store(database)) {
      SampleTasks.backUp(store, first);
      SampleTasks.backup(store).workers(4).writeTo(second);
    }
    assertThat(second).hasSameBinaryContentAs(first);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".partial"));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anEmptyDatabaseIsRestored(Engine engine) throws Exception {
    Path archive = folder.resolve("empty.zip");
    try (TckDatabase database = engine.migrated(folder);
        TaskStore store = Engine.store(database)) {
      assertThat(SampleTasks.backUp(store, archive).rows()).isZero();
    }
    try (TckDatabase target = engine.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      Restore.into(store.database()).from(archive);
      assertThat(store.users().count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMigratedDatabaseWithoutRowsIsATarget(Engine engine) throws Exception {
    Path archive = folder.resolve("tasks.zip");
    try (TckDatabase database = Engine.SQLITE.filled(folder, 10);
        TaskStore store = Engine.store(database)) {
      SampleTasks.backUp(store, archive);
    }
    try (TckDatabase target = engine.migrated(folder);
        TaskStore store = Engine.store(target)) {
      Restore.into(store.database()).from(archive);
      assertThat(store.tasks().count()).isEqualTo(30);
    }
  }

  @Test
  void theProgressCountsEachRowOnceInABackupAndThreeTimesInARestore() throws Exception {
    Path archive = folder.resolve("tasks.zip");
    List<Long> reported = new ArrayList<>();
    try (TckDatabase database = Engine.SQLITE.filled(folder, 2_000);
        TaskStore store = Engine.store(database)) {
      SampleTasks.backup(store).progress((rows, total) -> reported.add(rows)).writeTo(archive);
    }
    ArchiveManifest manifest = Archives.inspect(archive, null);
    assertThat(reported).isSorted().hasSizeGreaterThan(1).last().isEqualTo(manifest.rows());

    reported.clear();
    List<Long> totals = new ArrayList<>();
    try (TckDatabase target = Engine.SQLITE.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      Restore.into(store.database())
          .progress(
              (rows, total) -> {
                reported.add(rows);
                totals.add(total);
              })
          .from(archive);
    }
    assertThat(reported).isSorted().last().isEqualTo(3 * manifest.rows());
    assertThat(totals).containsOnly(3 * manifest.rows());
  }
}
