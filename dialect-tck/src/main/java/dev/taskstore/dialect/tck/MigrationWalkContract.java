package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKSTORE_AUDIT;
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
  private static final List<String> TABLES =
      List.of("users", "tasks", "tags", "task_tags", "task_shares", "taskstore_audit");

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
    store.tasks().insert(NewTask.of(ada.id(), "assigned").assigneeId(bob.id()));
    store.tasks().attachCollaborators(due.id(), List.of(bob.id()));
    store.tags().attach(done.id(), "a", "b");
    store.tags().attach(due.id(), "b", "c");
    store
        .dsl()
        .insertInto(TASKSTORE_AUDIT)
        .set(TASKSTORE_AUDIT.TABLE_NAME, "tasks")
        .set(TASKSTORE_AUDIT.ROW_KEY, "[]")
        .set(TASKSTORE_AUDIT.OPERATION, "insert")
        .set(TASKSTORE_AUDIT.CHANGED_AT, Contract.START)
        .execute();
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void everyChangesetGoesBackAndForwardAgainAndKeepsWhatSurvivesIt() throws SQLException {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      fill(store);

      MigrationWalk.run(tck, database, store.migrations(), TABLES);
    }
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
