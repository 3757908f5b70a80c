package dev.taskstore.faults;

import dev.taskstore.backup.Backup;
import dev.taskstore.backup.NativeBackup;
import dev.taskstore.backup.Restore;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that backs up or restores a database. */
final class BackupProcess {

  static final String BEGIN = "begin";
  static final String DONE = "done";

  /** What the process does. */
  enum Work {
    BACKUP,
    RESTORE,
    NATIVE_BACKUP,
    NATIVE_RESTORE
  }

  private BackupProcess() {}

  /** Starts a process that does some work and exits. */
  static ChildProcess start(Work work, CopiedDatabase database, Path file, Path scratch) {
    List<String> arguments = new ArrayList<>(database.arguments());
    arguments.add(work.name());
    arguments.add(file.toString());
    return ChildProcess.start(BackupProcess.class, scratch, arguments.toArray(String[]::new));
  }

  /**
   * Backs up or restores.
   *
   * @param arguments URL, user and password of the database, the work, and the file
   */
  public static void main(String[] arguments) {
    ProcessMessages.endWithParent();
    Path file = Path.of(arguments[4]);
    try (Database database =
        CopiedDatabase.ofArguments(arguments[0], arguments[1], arguments[2])
            .open(MigrationMode.NONE)) {
      ProcessMessages.send(BEGIN);
      switch (Work.valueOf(arguments[3])) {
        case BACKUP -> Backup.of(database, CopiedSchema.INSTANCE).replaceExisting().writeTo(file);
        case RESTORE -> Restore.into(database).from(file);
        case NATIVE_BACKUP -> NativeBackup.of(database).replaceExisting().writeTo(file);
        case NATIVE_RESTORE -> NativeBackup.of(database).restoreFrom(file);
      }
      ProcessMessages.send(DONE);
    }
    Runtime.getRuntime().halt(0);
  }
}
