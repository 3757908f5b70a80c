package dev.taskstore.faults;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A process that works on a small disk: in a process of its own the mount ends with it. */
final class SqliteFullDiskProcess {

  private static final int RESERVE = 1024 * 1024;

  private SqliteFullDiskProcess() {}

  /**
   * Fills the disk, makes space and goes on.
   *
   * @param arguments the folder where the disk is mounted
   */
  public static void main(String[] arguments) throws Exception {
    ProcessVoice.endWithParent();
    Path disk = Path.of(arguments[0]);
    SqliteFile file = new SqliteFile(disk.resolve("tasks.db"));
    Path reserve = Files.write(disk.resolve("reserve"), new byte[RESERVE]);
    try (TaskStore store = TaskStore.open(file.url())) {
      UUID owner =
          store.users().insert(NewUser.of("owner", "o@example.com", PasswordHash.locked())).id();
      SqliteFillUp fillUp = new SqliteFillUp(store, owner);
      ProcessVoice.say("full after " + fillUp.fillUp() + " rows");
      Files.delete(reserve);
      fillUp.resume();
      ProcessVoice.say("full again after " + fillUp.fillUp() + " rows");
    }
    file.checkIntegrity();
    ProcessVoice.say("sound");
    Runtime.getRuntime().halt(0);
  }
}
