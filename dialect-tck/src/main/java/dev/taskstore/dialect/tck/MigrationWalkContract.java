package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rolls back and applies every changeset of complete changelogs, with rows in every table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MigrationWalkContract {

  /** Referenced tables come first. */
  private static final List<String> TABLES = List.of("users", "tasks", "tags", "task_tags");

  private final DialectFixture tck;

  MigrationWalkContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static void fill(TaskDatabase store) {
    User ada = store.users().insert(Contract.newUser("ada"));
    User bob = store.users().insert(Contract.newUser("bob"));
    Task done = store.tasks().insert(NewTask.of(ada.id(), "done").status(TaskStatus.COMPLETED));
    Task due = store.tasks().insert(NewTask.of(ada.id(), "due").dueAt(Contract.START));
    store.tasks().insert(NewTask.of(bob.id(), "plain").description("it's \"quoted\"\n\\ é"));
    store.tags().attach(done.id(), "a", "b");
    store.tags().attach(due.id(), "b", "c");
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void everyChangesetGoesBackAndForwardAgainAndKeepsWhatSurvivesIt() throws SQLException {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open();
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      fill(store);
      Migrations migrations = store.migrations();
      int changeSets = migrations.history().size();
      Deque<DatabaseState> levels = new ArrayDeque<>();
      levels.push(tck.state(connection));
      assertThat(levels.element().emptyTables()).isEmpty();

      for (int i = 0; i < changeSets; i++) {
        DatabaseState before = levels.element();
        assertThat(migrations.rollback(1)).isEqualTo(1);
        DatabaseState below = tck.state(connection);
        assertKept(before, below);
        assertThat(migrations.drift().differences()).isEmpty();

        assertThat(migrations.update(1)).isEqualTo(1);
        DatabaseState again = tck.state(connection);
        assertThat(again.structure()).isEqualTo(before.structure());
        assertKept(below, again);
        assertThat(migrations.drift().differences()).isEmpty();

        assertThat(migrations.rollback(1)).isEqualTo(1);
        assertThat(tck.state(connection).structure()).isEqualTo(below.structure());
        levels.push(below);
      }
      assertThat(levels.element().structure()).isEmpty();
      assertThat(migrations.history()).isEmpty();

      walkUp(migrations, connection, levels);
      assertThat(migrations.pending()).isEmpty();
    }
  }

  /** Updates from an empty database, with the rows that existed during the rollback. */
  private void walkUp(Migrations migrations, Connection connection, Deque<DatabaseState> levels)
      throws SQLException {
    levels.pop();
    while (!levels.isEmpty()) {
      DatabaseState expected = levels.pop();
      DatabaseState before = tck.state(connection);
      assertThat(migrations.update(1)).isEqualTo(1);
      DatabaseState after = tck.state(connection);
      assertThat(after.structure()).isEqualTo(expected.structure());
      // A changeset may fill a column that an earlier changeset has added again.
      assertThat(after.missingRowsOf(before)).isEmpty();
      assertThat(migrations.drift().differences()).isEmpty();
      for (String table : TABLES) {
        if (after.emptyTables().contains(table)) {
          expected.restore(connection, table);
        }
      }
      assertThat(tck.state(connection).emptyTables()).isEmpty();
    }
  }

  /** Checks that no existing row has changed in the columns that still exist. */
  private static void assertKept(DatabaseState before, DatabaseState after) {
    assertThat(after.rowsSharedWith(before)).isEqualTo(before.rowsSharedWith(after));
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aForeignChangelogGoesBackAndForwardAgainStepByStep() throws SQLException {
    try (TckDatabase database = tck.create();
        Database school = tck.open(database, School.CHANGELOG);
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      Migrations migrations = school.migrations();
      Deque<DatabaseState> levels = new ArrayDeque<>();
      levels.push(tck.state(connection));
      while (migrations.rollback(1) == 1) {
        assertThat(migrations.drift().differences()).isEmpty();
        levels.push(tck.state(connection));
      }
      assertThat(levels.pop().structure()).isEmpty();
      while (migrations.update(1) == 1) {
        assertThat(tck.state(connection).structure()).isEqualTo(levels.pop().structure());
        assertThat(migrations.drift().differences()).isEmpty();
      }
      assertThat(levels).isEmpty();
    }
  }
}
