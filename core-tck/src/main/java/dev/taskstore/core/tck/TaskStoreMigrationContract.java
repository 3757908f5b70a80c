package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TASKSTORE_AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.MigrationWalk;
import dev.taskstore.dialect.tck.Requires;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations and the sample data of {@link TaskStore#CHANGELOG}. */
abstract class TaskStoreMigrationContract extends TaskStoreContract {

  /** Referenced tables come first. */
  private static final List<String> TABLES =
      List.of("users", "tasks", "tags", "task_tags", "task_shares", "taskstore_audit");

  TaskStoreMigrationContract(TaskStoreTck tck) {
    super(tck);
  }

  private static void fill(TaskStore store) {
    User ada = store.users().insert(newUser("ada"));
    User bob = store.users().insert(newUser("bob"));
    Task done = store.tasks().insert(NewTask.of(ada.id(), "done").status(TaskStatus.COMPLETED));
    Task due = store.tasks().insert(NewTask.of(ada.id(), "due").dueAt(START));
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
        .set(TASKSTORE_AUDIT.CHANGED_AT, START)
        .execute();
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void everyChangesetGoesBackAndForwardAgainAndKeepsWhatSurvivesIt() throws SQLException {
    try (TckDatabase database = tck.newTaskStoreDatabase();
        TaskStore store = tck.taskStoreBuilder(database).open()) {
      fill(store);

      MigrationWalk.run(tck, database, store.migrations(), TABLES);
    }
  }

  @Test
  void contextsAddTheSampleData() {
    try (TckDatabase database = tck.newTaskStoreDatabase();
        TaskStore store = tck.taskStoreBuilder(database).contexts("sample").open()) {
      assertThat(store.users().findByUsername("grace")).isPresent();
      assertThat(store.tasks().count()).isEqualTo(5);
      assertThat(store.tasks().findByTitlePrefix("Prune", PageRequest.first(1)).items())
          .singleElement()
          .matches(task -> task.status() == TaskStatus.COMPLETED);
      assertThat(store.tags().statistics()).hasSize(3);
    }
  }
}
