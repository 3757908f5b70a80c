package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.ChangeSetSql;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Dry runs: the SQL that migrations would run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DryRunContract {

  private final DialectFixture tck;

  DryRunContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static void run(Connection connection, List<ChangeSetSql> changeSets)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ChangeSetSql changeSet : changeSets) {
        for (String sql : changeSet.statements()) {
          statement.execute(sql);
        }
      }
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void theSqlRunByHandMakesTheSameStructureAndTakesItBack() throws SQLException {
    try (TckDatabase database = tck.create();
        TckDatabase byHand = tck.create();
        TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open();
        Connection connection = tck.applicationDataSource(database).getConnection();
        Connection hand = tck.applicationDataSource(byHand).getConnection()) {
      Migrations migrations = store.migrations();

      run(hand, migrations.updateSql());
      migrations.update();

      assertThat(tck.state(connection).structure()).isNotEmpty();
      assertThat(tck.state(hand).structure()).isEqualTo(tck.state(connection).structure());
      assertThat(migrations.updateSql()).isEmpty();

      run(hand, migrations.rollbackToSql("002"));
      migrations.rollbackTo("002");
      assertThat(tck.state(hand).structure()).isEqualTo(tck.state(connection).structure());

      run(hand, migrations.rollbackSql(100));
      assertThat(tck.state(hand).structure()).isEmpty();
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aDryRunOnAnEmptyDatabaseMakesNoTable() throws SQLException {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open();
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      assertThat(store.migrations().updateSql()).isNotEmpty();
      assertThat(store.migrations().updateToSql("001")).isNotEmpty();
      assertThat(store.migrations().rollbackSql(1)).isEmpty();
      assertThat(store.migrations().history()).isEmpty();
      assertThat(store.migrations().pending()).isNotEmpty();

      assertThat(tck.inspector().inspect(connection)).isEmpty();
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aDryRunOnAFullDatabaseChangesNeitherRowsNorRecords() throws SQLException {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database, "sample").open();
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      store.migrations().rollback(1);
      DatabaseState before = tck.state(connection);
      List<AppliedChangeSet> history = store.migrations().history();

      assertThat(store.migrations().updateSql()).hasSize(1);
      assertThat(store.migrations().rollbackSql(3)).hasSize(3);
      assertThat(store.migrations().rollbackToSql("001")).isNotEmpty();

      DatabaseState after = tck.state(connection);
      assertThat(after.structure()).isEqualTo(before.structure());
      assertThat(after.rowsSharedWith(before)).isEqualTo(before.rowsSharedWith(after));
      assertThat(store.migrations().history()).isEqualTo(history);
    }
  }

  @Test
  void theSqlIsGivenByChangesetWithoutBookkeeping() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open()) {
      Migrations migrations = store.migrations();

      List<ChangeSetSql> all = migrations.updateSql();
      List<ChangeSetSql> first = migrations.updateToSql("001");

      assertThat(all)
          .extracting(ChangeSetSql::id)
          .isEqualTo(migrations.pending().stream().map(ChangeSetStatus::id).toList());
      assertThat(first).isEqualTo(all.subList(0, first.size()));
      assertThat(first.get(first.size() - 1).id()).isEqualTo("001-tag");
      assertThat(first.get(first.size() - 1).statements()).isEmpty();
      assertThat(all.get(0).statements().get(0)).startsWith("CREATE TABLE users (");
      assertThat(all)
          .flatExtracting(ChangeSetSql::statements)
          .allSatisfy(sql -> assertThat(sql).doesNotContainIgnoringCase("databasechangelog"));
      assertThat(all.get(0).script())
          .startsWith(
              "-- dev/taskstore/dialect/tck/tasks/change-log/001-users-and-tasks.xml::001-users::taskstore\nCREATE TABLE")
          .endsWith(";\n");

      migrations.update();
      List<String> back = migrations.rollbackSql(1_000).stream().map(ChangeSetSql::id).toList();
      List<String> reverse = new ArrayList<>(all.stream().map(ChangeSetSql::id).toList());
      Collections.reverse(reverse);
      assertThat(back).isEqualTo(reverse);
    }
  }

  @Test
  void unknownTagsAndCountsBelowOneAreRefused() {
    Migrations migrations = tck.store().migrations();

    assertThatThrownBy(() -> migrations.updateToSql("nine"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("The changelog has no tag nine. Existing tags: 001, 002, 003, 004, 005.");
    assertThatThrownBy(() -> migrations.rollbackToSql("nine"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("The database has no tag nine. Existing tags: 001, 002, 003, 004, 005.");
    assertThatThrownBy(() -> migrations.rollbackSql(0))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
