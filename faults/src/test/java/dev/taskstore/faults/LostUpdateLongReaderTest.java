package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.faults.LostUpdateProcess.Mode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a long read transaction neither blocks writers of another process nor sees their
 * changes.
 */
@Tag("long")
class LostUpdateLongReaderTest {

  private static final int TASKS = 1_200;
  private static final int THREADS = 4;

  @TempDir Path folder;

  @Test
  void aLongReaderBlocksNobodyAndSeesOneStateOnSqlite() {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    try (TaskStore store = TaskStore.open(url)) {
      check(store, List.of(url));
    }
  }

  @Test
  void aLongReaderBlocksNobodyAndSeesOneStateOnPostgres() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    try (TaskStore store = server.store(database).open()) {
      check(store, server.address(database));
    }
  }

  private static void check(TaskStore store, List<String> address) {
    User user =
        store.users().insert(NewUser.of("ada", LostUpdateProcess.email(0), PasswordHash.locked()));
    store
        .tasks()
        .insertAll(
            IntStream.range(0, TASKS).mapToObj(i -> NewTask.of(user.id(), "task " + i)).toList());
    try (LostUpdateProcess writers =
            LostUpdateProcess.start(address, THREADS, FaultSettings.increments());
        Stream<Task> stream = store.tasks().stream()) {
      writers.awaitReady();
      Iterator<Task> tasks = stream.iterator();
      tasks.next();
      store.transaction(
          TransactionOptions.defaults().readOnly(),
          tx -> {
            User before = tx.users().getById(user.id());
            writers.go(Mode.REPEATABLE_READ, user.id());
            assertThat(writers.result()).startsWith("failed 0,");
            assertThat(tx.users().getById(user.id())).isEqualTo(before);
          });
      store.tasks().insert(NewTask.of(user.id(), "late"));
      int rest = 0;
      while (tasks.hasNext()) {
        assertThat(tasks.next().title()).isNotEqualTo("late");
        rest++;
      }
      assertThat(rest).isEqualTo(TASKS - 1);
    }
    assertThat(store.users().getById(user.id()).version())
        .isEqualTo((long) THREADS * FaultSettings.increments());
  }
}
