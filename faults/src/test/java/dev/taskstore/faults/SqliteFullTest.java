package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a full disk or quota of a SQLite file loses no rows and stores no partial writes, that
 * reads still work, and that writes succeed again once there is space.
 */
class SqliteFullTest {

  @TempDir private Path folder;

  @Test
  void aQuotaThatIsReachedStopsWritingUntilItIsRaised() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("tasks.db"));
    UUID owner;
    try (TaskStore store = TaskStore.open(file.url())) {
      owner =
          store.users().insert(NewUser.of("owner", "o@example.com", PasswordHash.locked())).id();
    }
    int quota = Integer.parseInt(file.query("PRAGMA page_count").get(0)) + 50;
    SqliteFillUp fillUp;
    try (TaskStore store = open(file, quota)) {
      fillUp = new SqliteFillUp(store, owner);
      assertThat(fillUp.fillUp()).isBetween(10, 100);
    }
    file.checkIntegrity();
    try (TaskStore store = open(file, quota + 50)) {
      fillUp = fillUp.on(store);
      fillUp.check();
      fillUp.resume();
      assertThat(fillUp.fillUp()).isBetween(10, 100);
    }
    file.checkIntegrity();
  }

  private static TaskStore open(SqliteFile file, int pages) {
    return TaskStore.builder()
        .url(file.url())
        .driverProperty("max_page_count", String.valueOf(pages))
        .open();
  }

  static boolean mounts() {
    return FaultSettings.mounts();
  }

  @Test
  @EnabledIf(
      value = "mounts",
      disabledReason = "Mounting a small file system requires -Dtaskstore.faults.mounts=true.")
  void aDiskThatIsFullStopsWritingUntilThereIsSpace() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    List<String> launcher = SqliteMount.command("mount -t tmpfs -o size=3m tmpfs " + disk);
    try (ChildProcess process =
        ChildProcess.start(launcher, SqliteFullDiskProcess.class, folder, disk.toString())) {
      assertThat(process.awaitEnd()).as(process::output).isZero();
      assertThat(process.messages()).hasSize(3).last().isEqualTo("sound");
      System.out.println("SqliteFullTest: " + process.messages());
    }
  }
}
