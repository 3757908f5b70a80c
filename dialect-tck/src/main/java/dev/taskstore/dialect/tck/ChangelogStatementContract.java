package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.ChangelogContract.assertHasNoTable;
import static dev.taskstore.dialect.tck.ChangelogContract.rowsOf;
import static dev.taskstore.dialect.tck.ChangelogFolder.changeSet;
import static dev.taskstore.dialect.tck.ChangelogFolder.createTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Statements and identifiers of changesets that are refused before the first changeset runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangelogStatementContract {

  private final DialectFixture tck;

  ChangelogStatementContract(DialectFixture tck) {
    this.tck = tck;
  }

  @Test
  void statementsThatEndATransactionAreRefusedBeforeTheFirstChangeset(@TempDir Path folder) {
    for (String sql :
        List.of(
            "INSERT INTO first (id) VALUES (1); COMMIT; BEGIN",
            "/* then */ begin; SELECT 1",
            "SELECT ';'; -- so\n rollback",
            "START TRANSACTION",
            "END TRANSACTION")) {
      try (TckDatabase database = tck.create()) {
        ChangelogFolder changelog =
            new ChangelogFolder(folder).master(createTable("first"), changeSet("two", sql));

        assertThatThrownBy(() -> changelog.open(database))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("change-log/master.xml::two::tck")
            .hasMessageContaining("runInTransaction");
        assertHasNoTable(database, "first");
      }
    }
  }

  @Test
  void filesOfSqlAreReadWithTheClassLoaderOfTheChangelog(@TempDir Path folder) {
    ChangelogFolder changelog =
        new ChangelogFolder(folder)
            .master(
                createTable("first"),
                changeSet(
                    "two",
                    "",
                    "<sqlFile path='change-log/two.sql'/>"
                        + "<rollback><sqlFile path='change-log/back.sql'/></rollback>"))
            .text("change-log/two.sql", "INSERT INTO first (id) VALUES (1);\nCOMMIT;")
            .text("change-log/back.sql", "DELETE FROM first");
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> changelog.open(database))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("change-log/master.xml::two::tck")
          .hasMessageContaining("COMMIT");
      assertHasNoTable(database, "first");

      changelog.text("change-log/two.sql", "INSERT INTO first (id) VALUES (1)");
      changelog.open(
          database,
          options -> options.migrationMode(MigrationMode.NONE),
          open ->
              assertThat(open.migrations().updateSql().get(1).statements())
                  .containsExactly("INSERT INTO first (id) VALUES (1)"));
      changelog.open(
          database,
          options -> {},
          open ->
              assertThat(open.migrations().rollbackSql(1).get(0).statements())
                  .containsExactly("DELETE FROM first"));
    }
  }

  @Test
  void wordsThatOnlyLookLikeTheEndOfATransactionAreAccepted(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      new ChangelogFolder(folder)
          .master(
              createTable("first"),
              changeSet("two", "ALTER TABLE first ADD COLUMN note varchar(99)"),
              changeSet("three", "INSERT INTO first (id, note) VALUES (1, 'a; COMMIT; b')"),
              changeSet(
                  "four", "-- COMMIT;\nINSERT INTO first (id, note) VALUES (2, '') /* ; BEGIN */"))
          .open(database, options -> {}, open -> assertThat(rowsOf(open, "first")).isEqualTo(2));
    }
  }

  @Test
  void aRollbackThatEndsItsTransactionIsRefused(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      new ChangelogFolder(folder)
          .master(
              createTable("first"),
              changeSet(
                  "two", "", "<sql>SELECT 1</sql><rollback>DROP TABLE first; COMMIT</rollback>"))
          .open(
              database,
              options -> {},
              open -> {
                Migrations migrations = open.migrations();
                assertThatThrownBy(() -> migrations.rollback(1))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("COMMIT");
                assertThat(rowsOf(open, "first")).isZero();
              });
    }
  }

  @Test
  void identifiersThatSomeDatabasesShortenAreRefused(@TempDir Path folder) {
    String name = "n".repeat(64);
    for (String content :
        List.of(
            "<sql>CREATE INDEX " + name + " ON first (id)</sql>",
            "<sql>CREATE INDEX \"" + "ä".repeat(32) + "\" ON first (id)</sql>",
            "<createIndex tableName='first' indexName='"
                + name
                + "'><column name='id'/></createIndex>",
            "<createTable tableName='second'><column name='"
                + name
                + "' type='integer'/></createTable>")) {
      try (TckDatabase database = tck.create()) {
        ChangelogFolder changelog =
            new ChangelogFolder(folder).master(createTable("first"), changeSet("two", "", content));

        assertThatThrownBy(() -> changelog.open(database))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("change-log/master.xml::two::tck")
            .hasMessageContaining("64 bytes");
        assertHasNoTable(database, "first");
      }
    }
    try (TckDatabase database = tck.create()) {
      new ChangelogFolder(folder)
          .master(
              createTable("first"),
              changeSet("two", "CREATE INDEX " + "n".repeat(63) + " ON first (id)"),
              changeSet("three", "DELETE FROM first WHERE '" + name + "' = '-- " + name + "'"))
          .open(database);
    }
  }
}
