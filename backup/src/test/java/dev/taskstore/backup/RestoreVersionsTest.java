package dev.taskstore.backup;

import static dev.taskstore.backup.Changelogs.FIRST_SHAPE;
import static dev.taskstore.backup.Changelogs.NOTES;
import static dev.taskstore.backup.Changelogs.POSTGRES_ONLY;
import static dev.taskstore.backup.Changelogs.SECOND_SHAPE;
import static dev.taskstore.backup.Changelogs.SQLITE_ONLY;
import static dev.taskstore.backup.Changelogs.STARS;
import static dev.taskstore.backup.Changelogs.changeSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.transfer.rows.TableShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of one version of a program, restored by another. */
class RestoreVersionsTest {

  @TempDir private Path folder;

  private Path archive(Engine engine, TableShape shape, String... changeSets) throws Exception {
    Path archive = folder.resolve("notes.zip");
    try (TckDatabase database = engine.create(folder);
        Database open = Changelogs.open(database, folder, MigrationMode.UPDATE, changeSets)) {
      open.dsl().execute("UPDATE notes SET body = 'changed'");
      open.dsl().execute("INSERT INTO notes (id, body) VALUES (2, 'second')");
      Backup.of(open, List.of(shape)).writeTo(archive);
    }
    return archive;
  }

  private static void assertEmpty(Database database) {
    assertThat(database.dsl().<Set<String>>connectionResult(LiveTables::names)).isEmpty();
    assertThat(database.migrations().history()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE, SQLITE",
    "SQLITE, POSTGRES",
    "POSTGRES, SQLITE",
    "POSTGRES, POSTGRES",
  })
  void anOlderArchiveIsRestoredAndMigratedForward(Engine from, Engine to) throws Exception {
    Path archive = archive(from, FIRST_SHAPE, NOTES, SQLITE_ONLY, POSTGRES_ONLY);
    String[] newer = {NOTES, SQLITE_ONLY, POSTGRES_ONLY, STARS};

    try (TckDatabase target = to.create(folder);
        Database database = Changelogs.open(target, folder, MigrationMode.NONE, newer)) {
      ArchiveManifest manifest = Restore.into(database).from(archive);

      assertThat(manifest.changeSets())
          .extracting(ArchivedChangeSet::id)
          .containsExactly("notes", from == Engine.SQLITE ? "sqlite-index" : "postgres-index");
      assertThat(database.dsl().fetch("SELECT id, body, stars FROM notes ORDER BY id"))
          .extracting(row -> row.get("body") + " " + row.get("stars"))
          .containsExactly("changed 3", "second 3");
      assertThat(database.migrations().pending()).isEmpty();
      assertThat(database.migrations().drift().toString()).isEmpty();
    }
  }

  @Test
  void aNewerArchiveIsRefusedWithTheNamesOfItsChangesets() throws Exception {
    Path archive = archive(Engine.SQLITE, SECOND_SHAPE, NOTES, STARS);
    try (TckDatabase target = Engine.SQLITE.create(folder);
        Database database = Changelogs.open(target, folder, MigrationMode.NONE, NOTES)) {
      assertThatThrownBy(() -> Restore.into(database).from(archive))
          .isInstanceOf(ArchiveMismatchException.class)
          .hasMessageContaining("notes/change-log.xml::stars::test")
          .hasMessageContaining("Upgrade the program")
          .hasMessageNotContaining("::notes::");
      assertEmpty(database);
    }
  }

  @Test
  void anArchiveOfAnotherProgramIsRefused() throws Exception {
    Path archive = archive(Engine.SQLITE, FIRST_SHAPE, NOTES);
    try (TckDatabase target = Engine.SQLITE.create(folder);
        Database database =
            Engine.open(target, "dev/taskstore/core/change-log/master.xml", MigrationMode.NONE)) {
      assertThatThrownBy(() -> Restore.into(database).from(archive))
          .isInstanceOf(ArchiveMismatchException.class)
          .hasMessageContaining("notes/change-log.xml::notes::test");
      assertEmpty(database);
    }
  }

  @Test
  void aHistoryThatDivergesIsRefused() throws Exception {
    Path archive = archive(Engine.SQLITE, SECOND_SHAPE, NOTES, STARS);
    String between = changeSet("between", "", "CREATE TABLE other (id bigint)");
    try (TckDatabase target = Engine.SQLITE.create(folder);
        Database database =
            Changelogs.open(target, folder, MigrationMode.NONE, NOTES, between, STARS)) {
      assertThatThrownBy(() -> Restore.into(database).from(archive))
          .isInstanceOf(ArchiveMismatchException.class)
          .hasMessageContaining("notes/change-log.xml::between::test");
      assertEmpty(database);
    }
  }

  @Test
  void aDatabaseBeyondTheArchiveIsRefused() throws Exception {
    Path archive = archive(Engine.SQLITE, FIRST_SHAPE, NOTES);
    try (TckDatabase target = Engine.SQLITE.create(folder);
        Database database = Changelogs.open(target, folder, MigrationMode.UPDATE, NOTES, STARS)) {
      assertThatThrownBy(() -> Restore.into(database).from(archive))
          .isInstanceOf(ArchiveMismatchException.class)
          .hasMessageContaining("notes/change-log.xml::stars::test");
      assertThat(database.dsl().fetchValue("SELECT body FROM notes")).isEqualTo("welcome");
    }
  }

  @Test
  void anEditedChangelogWithOtherColumnsIsRefused() throws Exception {
    Path archive = archive(Engine.SQLITE, FIRST_SHAPE, NOTES);
    String edited = NOTES.replace("body", "text");
    try (TckDatabase target = Engine.SQLITE.create(folder);
        Database database = Changelogs.open(target, folder, MigrationMode.NONE, edited)) {
      assertThatThrownBy(() -> Restore.into(database).from(archive))
          .isInstanceOf(ArchiveMismatchException.class)
          .hasMessageContaining("table notes")
          .hasMessageContaining("body, text");
    }
  }

  @Test
  void aProgramBacksUpOnlyItsOwnVersionOfTheSchema() throws Exception {
    Path archive = folder.resolve("notes.zip");
    try (TckDatabase source = Engine.SQLITE.create(folder)) {
      Changelogs.open(source, folder, MigrationMode.UPDATE, NOTES).close();
      try (Database newer = Changelogs.open(source, folder, MigrationMode.NONE, NOTES, STARS)) {
        assertThatThrownBy(() -> Backup.of(newer, List.of(SECOND_SHAPE)).writeTo(archive))
            .isInstanceOf(SchemaOutOfDateException.class);
        newer.migrations().update();
      }
      try (Database older = Changelogs.open(source, folder, MigrationMode.NONE, NOTES)) {
        assertThatThrownBy(() -> Backup.of(older, List.of(FIRST_SHAPE)).writeTo(archive))
            .isInstanceOf(NewerSchemaException.class);
      }
    }
    assertThat(archive).doesNotExist();
  }

  @Test
  void aColumnThatTheProgramDoesNotKnowIsNotLeftOutSilently() throws Exception {
    Path archive = folder.resolve("notes.zip");
    try (TckDatabase source = Engine.SQLITE.create(folder);
        Database database = Changelogs.open(source, folder, MigrationMode.UPDATE, NOTES)) {
      database.dsl().execute("ALTER TABLE notes ADD COLUMN by_hand INTEGER");
      assertThatThrownBy(() -> Backup.of(database, List.of(FIRST_SHAPE)).writeTo(archive))
          .isInstanceOf(BackupFailedException.class)
          .hasMessageContaining("table notes")
          .hasMessageContaining("by_hand");
      database.dsl().execute("ALTER TABLE notes DROP COLUMN by_hand");
      database.dsl().execute("CREATE TABLE by_hand (id bigint)");
      assertThat(Backup.of(database, List.of(FIRST_SHAPE)).writeTo(archive).omittedTables())
          .containsExactly("by_hand");
    }
    assertThat(Archives.verify(archive, null, Progress.NONE).omittedTables())
        .containsExactly("by_hand");
  }
}
