package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.TaskStore;
import dev.taskstore.backup.ArchivedTable;
import dev.taskstore.backup.Archives;
import dev.taskstore.backup.Backup;
import dev.taskstore.backup.NativeBackup;
import dev.taskstore.backup.Progress;
import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.faults.BackupProcess.Work;
import dev.taskstore.faults.CopiedDatabase.Kind;
import dev.taskstore.faults.CopiedDatabase.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a killed backup leaves the old file or a complete new one, and that a restore succeeds
 * after others were killed.
 */
class BackupKillTest {

  private static final int MOST_KILLS_OF_A_RESTORE = 3;

  @TempDir private Path folder;

  private final long seed = FaultSettings.seed();
  private final Random random = new Random();
  private final int kills = FaultSettings.killsOfBackups();
  private Path archives;
  private long life;
  private int killed;

  @BeforeEach
  void prepare(TestInfo test) throws IOException {
    random.setSeed(seed + test.getDisplayName().hashCode());
    archives = Files.createDirectory(folder.resolve("archives"));
  }

  @Test
  void aKilledBackupOfSqliteLeavesTheOldArchiveOrTheNewOne() throws Exception {
    testBackup(Kind.SQLITE);
  }

  @Test
  @Tag("long")
  void aKilledBackupOfPostgresLeavesTheOldArchiveOrTheNewOne() throws Exception {
    testBackup(Kind.POSTGRES);
  }

  @Test
  @Tag("long")
  void aKilledRestoreIntoSqliteIsMarkedUntilTheNextOneEnds() throws Exception {
    testRestore(Kind.SQLITE);
  }

  @Test
  void aKilledRestoreIntoPostgresIsMarkedUntilTheNextOneEnds() throws Exception {
    testRestore(Kind.POSTGRES);
  }

  private CopiedDatabase fill(Kind kind) throws SQLException {
    return CopiedDatabase.filled(kind, folder, FaultSettings.rows(), seed);
  }

  /** Runs a process to its end, and measures how long the others can live. */
  private void run(Work work, CopiedDatabase database, Path file) throws InterruptedException {
    try (ChildProcess process = BackupProcess.start(work, database, file, folder)) {
      process.await(BackupProcess.BEGIN::equals);
      long begin = System.nanoTime();
      process.await(BackupProcess.DONE::equals);
      life = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      assertThat(process.awaitEnd()).as(process::output).isZero();
    }
  }

  /** Kills a process at a random time. */
  private void kill(Work work, CopiedDatabase database, Path file) throws InterruptedException {
    boolean wasAlive = false;
    while (!wasAlive) {
      try (ChildProcess process = BackupProcess.start(work, database, file, folder)) {
        process.await(BackupProcess.BEGIN::equals);
        Thread.sleep(random.nextLong(life * 5 / 4 + 1));
        wasAlive = process.kill();
        if (!wasAlive) {
          assertThat(process.messages()).as(process::output).contains(BackupProcess.DONE);
          if (work == Work.RESTORE) {
            return;
          }
        }
      }
    }
    killed++;
  }

  private String description() {
    return "kill " + killed + " of seed " + seed;
  }

  private static List<ArchivedTable> tables(Path archive) {
    return Archives.verify(archive, null, Progress.NONE).tables();
  }

  private List<ArchivedTable> tables(CopiedDatabase source) {
    return backUp(source, folder.resolve("expected.zip"));
  }

  private static List<ArchivedTable> backUp(CopiedDatabase source, Path archive) {
    try (Database database = source.open(MigrationMode.NONE)) {
      return Backup.of(database, CopiedSchema.INSTANCE).replaceExisting().writeTo(archive).tables();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void change(CopiedDatabase database) {
    try (TaskStore store = database.store()) {
      store
          .tasks()
          .insert(
              NewTask.of(
                  store.tasks().findAll(PageRequest.first(1)).items().get(0).userId(),
                  "before " + description()));
    }
  }

  private void testBackup(Kind kind) throws Exception {
    Path archive = archives.resolve("tasks.zip");
    int published = 0;
    try (CopiedDatabase source = fill(kind)) {
      run(Work.BACKUP, source, archive);
      for (int i = 0; i < kills; i++) {
        boolean replaces = random.nextBoolean();
        List<ArchivedTable> old = tables(source);
        if (replaces) {
          backUp(source, archive);
        } else {
          Files.delete(archive);
        }
        change(source);
        kill(Work.BACKUP, source, archive);

        assertThat(files()).as(description()).isSubsetOf("tasks.zip", ".tasks.zip.partial");
        List<ArchivedTable> expected = tables(source);
        assertThat(expected).isNotEqualTo(old);
        if (Files.exists(archive)) {
          List<ArchivedTable> found = tables(archive);
          if (replaces) {
            assertThat(found).as(description()).isIn(old, expected);
          } else {
            assertThat(found).as(description()).isEqualTo(expected);
          }
          published += found.equals(expected) ? 1 : 0;
        } else {
          assertThat(replaces).as(description()).isFalse();
        }
        backUp(source, archive);
        assertThat(files()).as(description()).containsExactly("tasks.zip");
        assertThat(tables(archive)).as(description()).isEqualTo(expected);
      }
    }
    report("backups of " + kind, published + " archives complete when killed");
  }

  private void testRestore(Kind kind) throws Exception {
    Path archive = archives.resolve("tasks.zip");
    int marked = 0;
    int complete = 0;
    int restores = 0;
    try (CopiedDatabase source = fill(Kind.SQLITE);
        CopiedDatabase first = CopiedDatabase.create(kind, folder)) {
      backUp(source, archive);
      run(Work.RESTORE, first, archive);
      while (killed < kills) {
        restores++;
        try (CopiedDatabase target = CopiedDatabase.create(kind, folder)) {
          int last = Math.min(kills, killed + 1 + random.nextInt(MOST_KILLS_OF_A_RESTORE));
          State state = State.UNTOUCHED;
          while (killed < last && state != State.COMPLETE) {
            kill(Work.RESTORE, target, archive);
            state = target.stateAfterKill(description());
            marked += state == State.INCOMPLETE ? 1 : 0;
          }
          if (state == State.COMPLETE) {
            complete++;
          } else {
            run(Work.RESTORE, target, archive);
          }
          assertThat(source.compare(target).toText()).as(description()).startsWith("Equal");
          target.checkAfterCompletion(description());
        }
      }
    }
    report(
        "restores into " + kind,
        "%d marked, %d complete when killed, %d databases restored"
            .formatted(marked, complete, restores));
  }

  @Test
  void aKilledNativeBackupLeavesTheOldFileOrTheNewOne() throws Exception {
    Path copy = archives.resolve("tasks.db");
    int published = 0;
    try (CopiedDatabase source = fill(Kind.SQLITE)) {
      run(Work.NATIVE_BACKUP, source, copy);
      for (int i = 0; i < kills; i++) {
        boolean replaces = random.nextBoolean();
        List<ArchivedTable> old = tables(source);
        if (replaces) {
          copy(source, copy);
        } else {
          Files.delete(copy);
        }
        change(source);
        kill(Work.NATIVE_BACKUP, source, copy);

        assertThat(files()).as(description()).isSubsetOf("tasks.db", ".tasks.db.partial");
        List<ArchivedTable> expected = tables(source);
        if (Files.exists(copy)) {
          List<ArchivedTable> found = tablesOfFile(copy);
          if (replaces) {
            assertThat(found).as(description()).isIn(old, expected);
          } else {
            assertThat(found).as(description()).isEqualTo(expected);
          }
          published += found.equals(expected) ? 1 : 0;
        } else {
          assertThat(replaces).as(description()).isFalse();
        }
        copy(source, copy);
        assertThat(files()).as(description()).containsExactly("tasks.db");
        assertThat(tablesOfFile(copy)).as(description()).isEqualTo(expected);
      }
    }
    report("native backups", published + " files complete when killed");
  }

  /** Opens another file, so that nothing appears next to the backup. */
  private List<ArchivedTable> tablesOfFile(Path copy) throws Exception {
    SqliteFile opened = new SqliteFile(folder.resolve("opened.db"));
    Files.deleteIfExists(opened.path());
    Files.copy(copy, opened.path());
    opened.checkIntegrity();
    return tables(new CopiedDatabase(TckDatabase.of(opened.url(), () -> {})));
  }

  @Test
  void aKilledNativeRestoreLeavesTheOldContentsOrTheNewOnes() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("tasks.db"));
    CopiedDatabase database = new CopiedDatabase(TckDatabase.of(file.url(), () -> {}));
    Path[] copies = {archives.resolve("a.db"), archives.resolve("b.db")};
    int restored = 0;
    try (CopiedDatabase a = fill(Kind.SQLITE);
        CopiedDatabase b =
            CopiedDatabase.filled(Kind.SQLITE, folder, FaultSettings.rows() / 2, seed + 1)) {
      List<List<ArchivedTable>> contents = List.of(tables(a), tables(b));
      copy(a, copies[0]);
      copy(b, copies[1]);
      Files.copy(copies[0], file.path());
      run(Work.NATIVE_RESTORE, database, copies[0]);
      int current = 0;
      for (int i = 0; i < kills; i++) {
        int next = 1 - current;
        kill(Work.NATIVE_RESTORE, database, copies[next]);

        file.checkIntegrity();
        List<ArchivedTable> found = tables(database);
        assertThat(found).as(description()).isIn(contents.get(current), contents.get(next));
        if (found.equals(contents.get(next))) {
          restored++;
          current = next;
        }
      }
      run(Work.NATIVE_RESTORE, database, copies[1 - current]);
      assertThat(tables(database)).isEqualTo(contents.get(1 - current));
      file.checkIntegrity();
    }
    report("native restores", restored + " complete when killed, none mixed");
  }

  private static void copy(CopiedDatabase database, Path file) {
    try (Database open = database.open(MigrationMode.NONE)) {
      NativeBackup.of(open).replaceExisting().writeTo(file);
    }
  }

  private void report(String what, String figures) {
    System.out.printf("BackupKillTest, %s, seed %d: %d kills, %s%n", what, seed, killed, figures);
  }
}
