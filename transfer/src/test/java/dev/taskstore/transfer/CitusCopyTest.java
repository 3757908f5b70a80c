package dev.taskstore.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.CitusServer;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.report.CopyReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies to and from distributed tables. The profile {@code citus} runs it on a given server. */
@Tag("citus")
class CitusCopyTest {

  private static final Schema SCHEMA = DefaultSchema.DEFAULT_SCHEMA;
  private static final int TASKS = 200;

  @TempDir Path folder;

  private String file(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private static void fill(TaskStore store) {
    User ada = store.users().insert(user("ada"));
    User bob = store.users().insert(user("bob"));
    List<Task> tasks =
        store
            .tasks()
            .insertAll(
                IntStream.range(0, TASKS)
                    .mapToObj(i -> NewTask.of((i % 2 == 0 ? ada : bob).id(), "task " + i))
                    .toList());
    tasks.stream().limit(TASKS / 2).forEach(task -> store.tags().attach(task.id(), "urgent"));
    store.tasks().attachCollaborators(tasks.get(0).id(), List.of(bob.id()));
  }

  private static NewUser user(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  private static Database distributed(TckDatabase database, MigrationMode mode) {
    return Database.builder()
        .url(database.url())
        .credentials(database.user(), database.password())
        .changelog(TaskStore.CHANGELOG)
        .contexts("citus")
        .migrationMode(mode)
        .open();
  }

  @Test
  void allRowsAreEqualAfterACopyToTheShardsAndBack() throws Exception {
    try (TaskStore store = TaskStore.open(file("source.db"))) {
      fill(store);
    }
    try (TckDatabase database = CitusServer.given().newDatabase();
        Database source = Database.open(file("source.db"), TaskStore.CHANGELOG);
        Database target = distributed(database, MigrationMode.NONE)) {
      CopyReport there = DatabaseCopy.of(SCHEMA).from(source).to(target).run();
      assertThat(there.isVerified()).isTrue();
      assertThat(there.rows()).isEqualTo(2 + 1 + TASKS + TASKS / 2 + 1);
      assertThat(there.drift()).isEmpty();

      try (Database opened = distributed(database, MigrationMode.VALIDATE);
          Database back =
              Database.builder()
                  .url(file("back.db"))
                  .changelog(TaskStore.CHANGELOG)
                  .migrationMode(MigrationMode.NONE)
                  .open()) {
        assertThat(opened.dsl().fetch("SELECT DISTINCT table_name FROM citus_shards")).hasSize(5);
        CopyReport returned = DatabaseCopy.of(SCHEMA).from(opened).to(back).run();
        assertThat(returned.isVerified()).isTrue();
        assertThat(DatabaseComparison.of(SCHEMA).run(source, back).isEqual()).isTrue();
      }
    }
  }

  @Test
  void aLiveCopyFromDistributedTablesIsRefused() throws Exception {
    try (TckDatabase database = CitusServer.given().newDatabase();
        Database source = distributed(database, MigrationMode.UPDATE);
        Database target = Database.open(file("live.db"), TaskStore.CHANGELOG)) {
      DatabaseCopy copy = DatabaseCopy.of(SCHEMA).from(source).to(target).live();

      assertThatThrownBy(copy::run)
          .isInstanceOf(CopyRefusedException.class)
          .hasMessageContaining("citus does not record changes");
    }
  }
}
