package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.dialect.tck.TckDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/**
 * The state of a database that migrations must preserve or produce.
 *
 * @param history the changesets in the order of their application
 * @param rows a digest of the rows of each table
 */
record MigratorState(List<String> history, Map<String, Integer> rows) {

  private static final int USERS = 40;
  private static final int TASKS_OF_EACH = 50;
  private static final List<String> TABLES =
      List.of("users", "tasks", "tags", "task_tags", "notes", "note_copies");

  /** Inserts users, tasks and tags that are preserved by a rollback to tag 002 and an update. */
  static void fill(TckDatabase database) {
    TaskStore.Builder builder = TaskStore.builder().url(database.url());
    if (database.user() != null && database.password() != null) {
      builder.credentials(database.user(), database.password());
    }
    try (TaskStore store = builder.open()) {
      for (int i = 0; i < USERS; i++) {
        String name = "user" + i;
        User user =
            store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
        List<NewTask> drafts = new ArrayList<>();
        for (int j = 0; j < TASKS_OF_EACH; j++) {
          TaskStatus status = j % 3 == 0 ? TaskStatus.COMPLETED : TaskStatus.PENDING;
          drafts.add(NewTask.of(user.id(), "task " + "x".repeat(j) + i).status(status));
        }
        store.tags().attach(store.tasks().insertAll(drafts).get(0).id(), "a", "b", "tag" + i);
      }
    }
  }

  /** Reads the state of a database and checks that its schema has no drift. */
  static MigratorState of(Database database) {
    assertThat(database.migrations().pending()).isEmpty();
    assertThat(database.migrations().drift().toString()).isEmpty();
    Map<String, Integer> rows = new TreeMap<>();
    DSLContext dsl = database.dsl();
    for (String table : TABLES) {
      String order = table.equals("note_copies") ? "1" : "1, 2";
      rows.put(
          table, dsl.fetch("select * from " + table + " order by " + order).formatCSV().hashCode());
    }
    return new MigratorState(
        database.migrations().history().stream().map(AppliedChangeSet::id).toList(), rows);
  }
}
