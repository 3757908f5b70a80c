package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.faults.LostUpdateProcess.Mode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that two processes with many threads that read, increment and write lose no update, and
 * that no call fails with the default retry policy.
 */
class LostUpdateTest {

  private static final int PROCESSES = 2;
  private static final int THREADS = 16;

  @TempDir Path folder;

  /** All transactions of this test are serializable. */
  @Test
  void noUpdateIsLostOnSqlite() {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    try (TaskStore store = TaskStore.open(url)) {
      check("SQLite", store, List.of(url), EnumSet.of(Mode.OPTIMISTIC, Mode.SERIALIZABLE));
    }
  }

  @Test
  void noUpdateIsLostOnPostgres() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    try (TaskStore store = server.store(database).open()) {
      check("PostgreSQL", store, server.address(database), EnumSet.allOf(Mode.class));
    }
  }

  private static void check(String name, TaskStore store, List<String> address, Set<Mode> modes) {
    List<LostUpdateProcess> processes =
        Stream.generate(() -> LostUpdateProcess.start(address, THREADS, FaultSettings.increments()))
            .limit(PROCESSES)
            .toList();
    try {
      processes.forEach(LostUpdateProcess::awaitReady);
      modes.forEach(mode -> check(name, store, mode, processes));
    } finally {
      processes.forEach(LostUpdateProcess::close);
    }
  }

  private static void check(
      String name, TaskStore store, Mode mode, List<LostUpdateProcess> processes) {
    User user =
        store
            .users()
            .insert(NewUser.of(mode.name(), LostUpdateProcess.email(0), PasswordHash.locked()));
    long begin = System.nanoTime();
    processes.forEach(process -> process.go(mode, user.id()));
    List<String> results = processes.stream().map(LostUpdateProcess::result).toList();
    System.out.printf(
        "%s, %s, %d ms: %s%n",
        name,
        mode,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
        String.join("; ", results));
    assertThat(results).allSatisfy(result -> assertThat(result).startsWith("failed 0,"));
    long expected = (long) PROCESSES * THREADS * FaultSettings.increments();
    User last = store.users().getById(user.id());
    assertThat(last.email()).isEqualTo(LostUpdateProcess.email(expected));
    assertThat(last.version()).isEqualTo(expected);
    store.users().deleteById(user.id());
  }
}
