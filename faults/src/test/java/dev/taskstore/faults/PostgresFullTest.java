package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.StorageFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a full disk on a PostgreSQL server is reported, loses no data, and that writes succeed
 * again once there is space.
 */
class PostgresFullTest {

  private static final String DISK = "small_disk";

  @TempDir private Path folder;

  private static void execute(ServerProcess server, String database, String... statements)
      throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static User insertUser(TaskStore store) {
    return store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
  }

  @Test
  void aQueryThatNeedsMoreThanItsQuotaFailsAlone() throws Exception {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    execute(
        server,
        database,
        "ALTER DATABASE " + database + " SET temp_file_limit = '128kB'",
        "ALTER DATABASE " + database + " SET work_mem = '64kB'");
    try (TaskStore store = server.store(database).open()) {
      store.transaction(
          tx -> {
            insertUser(store);
            assertThatThrownBy(
                    () ->
                        tx.transaction(
                            inner ->
                                inner
                                    .dsl()
                                    .fetch(
                                        "SELECT md5(i::text) AS m FROM generate_series(1, 100000) i ORDER BY m")))
                .isInstanceOf(StorageFullException.class);
          });

      assertThat(store.users().count()).isEqualTo(1);
    }
  }

  static boolean mounts() {
    return FaultSettings.mounts() && System.getProperty("user.name").equals("root");
  }

  @Test
  @EnabledIf(
      value = "mounts",
      disabledReason = "Mounting a small disk requires root and -Dtaskstore.faults.mounts=true.")
  void aDiskThatIsFullTakesNothingHalfAndGoesOnWhenThereIsSpace() throws Exception {
    ServerProcess server = ServerProcess.shared();
    Path disk = Files.createDirectory(folder.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", disk.toString());
    try {
      Path space = Files.createDirectory(disk.resolve("space"));
      Path reserve = Files.write(disk.resolve("reserve"), new byte[1_500_000]);
      String database = server.newDatabase();
      execute(server, database, "CREATE TABLESPACE " + DISK + " LOCATION '" + space + "'");
      try (TaskStore store = server.store(database).open()) {
        store.dsl().execute("ALTER TABLE tasks SET TABLESPACE " + DISK);
        fillUp(store, insertUser(store), reserve);
        store.dsl().execute("ALTER TABLE tasks SET TABLESPACE pg_default");
      }
      execute(server, database, "DROP TABLESPACE " + DISK);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void fillUp(TaskStore store, User ada, Path reserve) throws IOException {
    List<NewTask> hundred =
        Collections.nCopies(100, NewTask.of(ada.id(), "t").description("x".repeat(1_000)));
    int full = hundredsUntilFull(store, hundred);
    assertThat(full).isPositive();
    assertThat(store.tasks().count()).isEqualTo(100L * full);
    assertThatThrownBy(() -> store.tasks().load(hundred.stream()))
        .isInstanceOf(StorageFullException.class);
    assertThatThrownBy(() -> store.transaction(tx -> tx.tasks().insertAll(hundred)))
        .isInstanceOf(StorageFullException.class);
    assertThat(store.tasks().count()).isEqualTo(100L * full);

    Files.delete(reserve);
    int more = hundredsUntilFull(store, hundred);
    assertThat(more).isPositive();
    assertThat(store.tasks().count()).isEqualTo(100L * (full + more));
    System.out.println(
        "PostgresFullTest: full after " + full + " batches of 100, again after " + more);
  }

  private static int hundredsUntilFull(TaskStore store, List<NewTask> hundred) {
    int done = 0;
    try {
      while (true) {
        store.tasks().insertAll(hundred);
        done++;
      }
    } catch (StorageFullException e) {
      return done;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
