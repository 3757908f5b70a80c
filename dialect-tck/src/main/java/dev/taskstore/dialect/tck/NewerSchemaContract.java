package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.ChangelogFolder.changeSet;
import static dev.taskstore.dialect.tck.ChangelogFolder.createTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.UnknownChangeSets;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A program whose database was migrated by a newer version of the program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NewerSchemaContract {

  private final DialectFixture tck;

  NewerSchemaContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static void update(Database.Builder options) {
    options.migrationMode(MigrationMode.UPDATE);
  }

  private static void validate(Database.Builder options) {
    options.migrationMode(MigrationMode.VALIDATE);
  }

  private static Consumer<Database.Builder> policy(UnknownChangeSets policy) {
    return options -> options.unknownChangeSets(policy);
  }

  private static ChangelogFolder old(Path folder) {
    return new ChangelogFolder(folder.resolve("old"))
        .master("<include file='change-log/001.xml'/>")
        .xml("change-log/001.xml", createTable("first"));
  }

  /** A program that adds a changeset to a file, and a file. */
  private static ChangelogFolder newer(Path folder) {
    return new ChangelogFolder(folder.resolve("new"))
        .master("<include file='change-log/001.xml'/>", "<include file='change-log/002.xml'/>")
        .xml("change-log/001.xml", createTable("first"), createTable("added"))
        .xml(
            "change-log/002.xml",
            changeSet("renamed", "ALTER TABLE first RENAME COLUMN id TO code"));
  }

  /** Runs work and returns the warnings in the log of this thread. */
  private static List<String> warnings(Runnable work) {
    List<String> messages = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
              messages.add(new SimpleFormatter().formatMessage(record));
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.taskstore.db.internal.migration");
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return messages;
  }

  @Test
  void validateRefusesADatabaseThatIsNewerThanTheProgram(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      newer(folder).open(database);

      assertThatThrownBy(
              () -> old(folder).open(database, NewerSchemaContract::validate, open -> {}))
          .isInstanceOf(NewerSchemaException.class)
          .hasMessageContaining("The database is newer than this program")
          .hasMessageContaining("change-log/001.xml::added::tck")
          .hasMessageContaining("change-log/002.xml::renamed::tck")
          .hasMessageContaining("Upgrade the program");
      newer(folder)
          .open(database, NewerSchemaContract::validate, open -> open.migrations().validate());
    }
  }

  @Test
  void updateWarnsAtEveryOpeningAndAppliesWhatIsPending(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      newer(folder).open(database);
      ChangelogFolder branch =
          old(folder).xml("change-log/001.xml", createTable("first"), createTable("branch"));

      for (int i = 0; i < 2; i++) {
        List<String> warnings =
            warnings(
                () ->
                    branch.open(
                        database,
                        NewerSchemaContract::update,
                        open -> {
                          assertThat(open.dsl().fetchCount(DSL.table("branch"))).isZero();
                          assertThat(open.migrations().pending()).isEmpty();
                          assertThatThrownBy(() -> open.migrations().validate())
                              .isInstanceOf(NewerSchemaException.class);
                        }));
        assertThat(warnings)
            .singleElement()
            .asString()
            .contains("newer than this program", "change-log/002.xml::renamed::tck");
      }
    }
  }

  @Test
  void updateRefusesWhereTheBuilderSaysSoAndAppliesNothing(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      newer(folder).open(database);
      ChangelogFolder branch =
          old(folder).xml("change-log/001.xml", createTable("first"), createTable("branch"));

      assertThatThrownBy(() -> branch.open(database, policy(UnknownChangeSets.REFUSE), open -> {}))
          .isInstanceOf(NewerSchemaException.class)
          .hasMessageContaining("change-log/001.xml::added::tck");
      branch.open(
          database,
          options -> options.migrationMode(MigrationMode.NONE),
          open ->
              assertThat(open.migrations().pending())
                  .extracting(ChangeSetStatus::id)
                  .containsExactly("branch"));
    }
  }

  @Test
  void unknownChangesetsCanBeAccepted(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      newer(folder).open(database);
      Consumer<Database.Builder> accept = policy(UnknownChangeSets.ACCEPT);

      for (int i = 0; i < 2; i++) {
        assertThat(
                warnings(
                    () -> old(folder).open(database, accept, open -> open.migrations().validate())))
            .isEmpty();
      }
      old(folder).open(database, accept.andThen(NewerSchemaContract::validate), open -> {});
      assertThatThrownBy(
              () -> old(folder).open(database, NewerSchemaContract::validate, open -> {}))
          .isInstanceOf(NewerSchemaException.class);
    }
  }

  @Test
  void changesetsOfAnotherChangelogAreNotUnknown(@TempDir Path folder) {
    ChangelogFolder other =
        new ChangelogFolder(folder.resolve("other"))
            .xml("change-log/other.xml", "<include file='change-log/parts/1.xml'/>")
            .xml("change-log/parts/1.xml", createTable("foreign_table"));
    try (TckDatabase database = tck.createMigrated()) {
      other.open(database, "change-log/other.xml", NewerSchemaContract::update, open -> {});
      assertThat(warnings(() -> old(folder).open(database))).isEmpty();
      old(folder)
          .open(database, NewerSchemaContract::validate, open -> open.migrations().validate());
      try (TaskDatabase store =
          tck.builder(database).migrationMode(MigrationMode.VALIDATE).open()) {
        store.migrations().validate();
      }
    }
  }

  @Test
  void aStatementThatANewerSchemaBreaksIsNotBlamedOnAMissingMigrationAlone(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      newer(folder).open(database);
      old(folder)
          .open(
              database,
              NewerSchemaContract::update,
              open ->
                  assertThatThrownBy(() -> open.dsl().fetch("SELECT id FROM first"))
                      .isInstanceOf(SchemaOutOfDateException.class)
                      .hasMessageContaining("Migrate the database")
                      .hasMessageContaining("If a newer program has migrated it")
                      .hasMessageContaining("upgrade this program"));
    }
  }
}
