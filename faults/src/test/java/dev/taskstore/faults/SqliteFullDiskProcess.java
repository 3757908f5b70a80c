package dev.taskstore.faults;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A process that works on a small disk. The mount ends with the process. */
final class SqliteFullDiskProcess {

  private static final int RESERVE = 1024 * 1024;

  private SqliteFullDiskProcess() {}

  /**
   * Fills the disk, frees space and continues.
   *
   * @param arguments the mount point of the disk
   */
  public static void main(String[] arguments) throws Exception {
    ProcessMessages.endWithParent();
    Path disk = Path.of(arguments[0]);
    SqliteFile file = new SqliteFile(disk.resolve("tasks.db"));
    Path reserve = Files.write(disk.resolve("reserve"), new byte[RESERVE]);
    try (TaskStore store = TaskStore.open(file.url())) {
      UUID owner =
          store.users().insert(NewUser.of("owner", "o@example.com", PasswordHash.locked())).id();
      SqliteFillUp fillUp = new SqliteFillUp(store, owner);
      ProcessMessages.send("full after " + fillUp.fillUp() + " rows");
      Files.delete(reserve);
      fillUp.resume();
      ProcessMessages.send("full again after " + fillUp.fillUp() + " rows");
    }
    file.checkIntegrity();
    ProcessMessages.send("sound");
    Runtime.getRuntime().halt(0);
  }
}
