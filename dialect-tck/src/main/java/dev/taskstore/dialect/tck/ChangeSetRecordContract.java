package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.ChangelogFolder.changeSet;
import static dev.taskstore.dialect.tck.ChangelogFolder.createTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.ChangeSetSql;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Changesets that were only marked as applied, and changesets whose checksums were cleared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangeSetRecordContract {

  private static final String ROLLBACK =
      changeSet(
          "skipped",
          "",
          "<preConditions onFail='MARK_RAN'><sqlCheck expectedResult='1'>SELECT 0 FROM first"
              + "</sqlCheck></preConditions><sql>CREATE TABLE first (id integer)</sql>"
              + "<rollback>DROP TABLE first</rollback>");
  private static final String WITHOUT_ROLLBACK =
      changeSet(
          "skipped too",
          "",
          "<preConditions onFail='MARK_RAN'><sqlCheck expectedResult='1'>SELECT 0 FROM first"
              + "</sqlCheck></preConditions><sql>DROP TABLE first</sql>");

  private final DialectFixture tck;

  ChangeSetRecordContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static ChangelogFolder withSkipped(Path folder) {
    return new ChangelogFolder(folder)
        .master(
            createTable("first"),
            changeSet("row", "", "<sql>INSERT INTO first (id) VALUES (1)</sql><rollback/>"),
            changeSet("tag", "", "<tagDatabase tag='before'/>"),
            ROLLBACK,
            WITHOUT_ROLLBACK,
            createTable("last"));
  }

  @Test
  void theRollbackOfAChangesetThatDidNotRunOnlyRemovesItsRow(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      withSkipped(folder)
          .open(
              database,
              options -> {},
              open -> {
                Migrations migrations = open.migrations();
                assertThat(migrations.rollbackSql(3))
                    .extracting(ChangeSetSql::id, sql -> sql.statements().size())
                    .containsExactly(
                        tuple("last", 1), tuple("skipped too", 0), tuple("skipped", 0));

                assertThat(migrations.rollback(3)).isEqualTo(3);

                assertThat(migrations.history())
                    .extracting(AppliedChangeSet::id)
                    .containsExactly("first", "row", "tag");
                assertThat(open.dsl().fetchCount(DSL.table("first"))).isEqualTo(1);
                assertThat(migrations.update()).isEqualTo(3);
              });
    }
  }

  @Test
  void rollbacksToATagDoNotRollBackChangesetsThatDidNotRun(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      withSkipped(folder)
          .open(
              database,
              options -> {},
              open -> {
                Migrations migrations = open.migrations();
                assertThat(
                        migrations.rollbackToSql("before").stream()
                            .flatMap(s -> s.statements().stream()))
                    .containsExactly("DROP TABLE last");
                assertThat(migrations.rollbackTo("before")).isEqualTo(3);
                assertThat(open.dsl().fetchCount(DSL.table("first"))).isEqualTo(1);
              });
    }
  }

  private static void clearChecksums(TckDatabase database) {
    try (var open = DialectFixture.connect(Database.builder(), database).open()) {
      open.dsl().execute("UPDATE databasechangelog SET md5sum = NULL");
    }
  }

  @Test
  void anUpdateFillsClearedChecksumsSoThatEditsAreDetected(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      ChangelogFolder changelog =
          new ChangelogFolder(folder)
              .master(
                  createTable("first"),
                  changeSet("sample", "context='sample'", "<sql>SELECT 1</sql>"));
      changelog.open(database, options -> options.contexts("sample"), open -> {});
      List<Optional<String>> checksums = checksums(changelog, database);
      clearChecksums(database);

      changelog.open(
          database,
          options -> options.migrationMode(MigrationMode.VALIDATE),
          open ->
              assertThat(open.migrations().history())
                  .extracting(AppliedChangeSet::checksum)
                  .containsOnly(Optional.empty()));
      changelog.open(database);
      assertThat(checksums(changelog, database)).isEqualTo(checksums);

      changelog.master(createTable("first").replace("NOT NULL", ""));
      assertThatThrownBy(() -> changelog.open(database))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("were edited");
    }
  }

  @Test
  void anUpdateWithPendingChangesetsFillsClearedChecksumsToo(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      ChangelogFolder changelog = new ChangelogFolder(folder).master(createTable("first"));
      changelog.open(database);
      clearChecksums(database);

      changelog.master(createTable("first"), createTable("second")).open(database);

      assertThat(checksums(changelog, database)).hasSize(2).doesNotContain(Optional.empty());
    }
  }

  private static List<Optional<String>> checksums(ChangelogFolder changelog, TckDatabase database) {
    List<Optional<String>> checksums = new ArrayList<>();
    changelog.open(
        database,
        options -> options.migrationMode(MigrationMode.NONE),
        open -> open.migrations().history().forEach(applied -> checksums.add(applied.checksum())));
    return checksums;
  }
}
