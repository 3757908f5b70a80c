package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opening a database whose schema is up to date does not load Liquibase, but every change that
 * makes the schema outdated is detected.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpToDateSchemaContract {

  private static final String MASTER = "change-log/master.xml";
  private static final Pattern CLASS_OF_LIQUIBASE =
      Pattern.compile("^\\[.*\\] liquibase\\.", Pattern.MULTILINE);
  private static final String FIRST = createTable("first", "");

  private final DialectFixture tck;

  UpToDateSchemaContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static String createTable(String name, String attributes) {
    return changeSet(name, attributes, "CREATE TABLE " + name + " (id integer NOT NULL)");
  }

  private static String changeSet(String id, String attributes, String sql) {
    return "<changeSet id='%s' author='tck' %s><sql>%s</sql></changeSet>"
        .formatted(id, attributes, sql);
  }

  private static void write(Path folder, String file, String... content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          "<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>"
              + String.join("", content)
              + "</databaseChangeLog>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the database with the changelog of a directory, and closes it. */
  private static void open(
      TckDatabase database, Path folder, MigrationMode mode, String... contexts) {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, UpToDateSchemaContract.class.getClassLoader())) {
      builder(database)
          .changelog(MASTER, loader)
          .migrationMode(mode)
          .contexts(contexts)
          .open()
          .close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database.Builder builder(TckDatabase database) {
    return DialectFixture.connect(Database.builder(), database);
  }

  private static int rowsOf(TckDatabase database, String table) {
    try (Database open = builder(database).open()) {
      return open.dsl().fetchCount(DSL.table(table));
    }
  }

  @Test
  void aProcessThatOpensAnUpToDateDatabaseLoadsNoClassOfLiquibase() {
    try (TckDatabase database = tck.create()) {
      String first = OpeningProcess.start(database, "ada", "-verbose:class").output();
      String second = OpeningProcess.start(database, "bob", "-verbose:class").output();

      assertThat(first).contains("exit code 0").containsPattern(CLASS_OF_LIQUIBASE);
      assertThat(second).contains("exit code 0").doesNotContainPattern(CLASS_OF_LIQUIBASE);
      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.users().findByUsername("bob")).isPresent();
      }
    }
  }

  @Test
  void aChangesetThatIsAddedIsApplied(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(folder, MASTER, FIRST, "<include file='change-log/second.xml'/>");
      write(folder, "change-log/second.xml");
      open(database, folder, MigrationMode.UPDATE);

      write(folder, "change-log/second.xml", createTable("second", ""));
      open(database, folder, MigrationMode.UPDATE);

      assertThat(rowsOf(database, "second")).isZero();
    }
  }

  @Test
  void aChangesetThatIsEditedIsRefused(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(folder, MASTER, FIRST);
      open(database, folder, MigrationMode.UPDATE);

      write(folder, MASTER, FIRST.replace("NOT NULL", "NULL"));

      for (MigrationMode mode :
          new MigrationMode[] {MigrationMode.UPDATE, MigrationMode.VALIDATE}) {
        assertThatThrownBy(() -> open(database, folder, mode))
            .isInstanceOf(MigrationException.class);
      }
    }
  }

  @Test
  void aContextThatIsAddedIsApplied(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(folder, MASTER, FIRST, createTable("more", "context='more'"));
      open(database, folder, MigrationMode.UPDATE);
      open(database, folder, MigrationMode.UPDATE, "more");

      assertThat(rowsOf(database, "more")).isZero();
    }
  }

  @Test
  void aFileThatComesToAnIncludedFolderIsApplied(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(folder, MASTER, "<includeAll path='change-log/parts/'/>");
      write(folder, "change-log/parts/1.xml", FIRST);
      open(database, folder, MigrationMode.UPDATE);

      write(folder, "change-log/parts/2.xml", createTable("second", ""));
      open(database, folder, MigrationMode.UPDATE);

      assertThat(rowsOf(database, "second")).isZero();
    }
  }

  @Test
  void aChangesetThatAlwaysRunsIsRunByEveryOpening(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(
          folder,
          MASTER,
          FIRST,
          changeSet("always", "runAlways='true'", "INSERT INTO first (id) VALUES (1)"));
      open(database, folder, MigrationMode.UPDATE);
      open(database, folder, MigrationMode.UPDATE);

      assertThat(rowsOf(database, "first")).isEqualTo(2);
    }
  }

  @Test
  void aChangesetThatAPreconditionPutsOffIsAppliedWhenItsTimeHasCome(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(
          folder,
          MASTER,
          FIRST,
          "<changeSet id='late' author='tck'><preConditions onFail='CONTINUE'>"
              + "<sqlCheck expectedResult='1'>SELECT count(*) FROM first</sqlCheck>"
              + "</preConditions><sql>CREATE TABLE late (id integer NOT NULL)</sql></changeSet>");
      open(database, folder, MigrationMode.UPDATE);
      try (Database open = builder(database).open()) {
        open.dsl().execute("INSERT INTO first (id) VALUES (1)");
      }
      open(database, folder, MigrationMode.UPDATE);

      assertThat(rowsOf(database, "late")).isZero();
    }
  }

  @Test
  void whatSomebodyElseHasTakenBackIsAppliedAgain() {
    try (TckDatabase database = tck.createMigrated()) {
      try (TaskDatabase store = tck.builder(database).open()) {
        store.database().migrations().rollback(1);
      }
      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.database().migrations().pending()).isEmpty();
      }
    }
  }

  @Test
  void twoChangelogsOfOneDatabaseDoNotDisturbEachOther(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      write(folder, MASTER, FIRST);
      open(database, folder, MigrationMode.UPDATE);
      tck.builder(database).open().close();
      open(database, folder, MigrationMode.VALIDATE);

      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.database().migrations().pending()).isEmpty();
      }
    }
  }

  private static void mark(TaskDatabase store) {
    IncompleteTransfer copy =
        new IncompleteTransfer(
            IncompleteTransfer.Kind.COPY, "/data/tasks.db", Instant.parse("2026-03-01T09:00:00Z"));
    TransferFixture.inTransaction(
        store.database(),
        connection -> {
          copy.begin(connection);
          return copy;
        });
  }

  /** Otherwise, a later opening would rely on the recorded state and not look for the mark. */
  @Test
  void anIncompleteTargetIsNotRecordedAsUpToDate() {
    try (TckDatabase database = tck.createMigrated()) {
      try (TaskDatabase store = tck.builder(database).open()) {
        mark(store);
      }
      try (TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open()) {
        assertThat(store.migrations().update()).isZero();
      }

      assertThatThrownBy(() -> tck.builder(database).open())
          .isInstanceOf(IncompleteTransferException.class);
    }
  }

  @Test
  void aCompleteTargetIsOpenedInEveryMode() {
    try (TckDatabase database = tck.createMigrated()) {
      try (TaskDatabase store = tck.builder(database).open()) {
        mark(store);
        TransferFixture.inTransaction(
            store.database(),
            connection -> {
              IncompleteTransfer.end(connection);
              IncompleteTransfer.end(connection);
              return connection;
            });
      }
      for (MigrationMode mode : MigrationMode.values()) {
        try (TaskDatabase store = tck.builder(database).migrationMode(mode).open()) {
          assertThat(store.users().count()).isZero();
        }
      }
    }
  }
}
