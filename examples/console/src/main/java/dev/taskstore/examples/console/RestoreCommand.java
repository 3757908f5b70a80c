package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.backup.ArchiveManifest;
import dev.taskstore.backup.NativeBackup;
import dev.taskstore.backup.Passphrase;
import dev.taskstore.backup.Restore;
import dev.taskstore.db.migration.MigrationMode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "restore",
    description = {
      "Restores an archive into an empty database, on SQLite or PostgreSQL.",
      "The archive is verified before the database is changed. After a failure, run the command"
          + " again."
    })
final class RestoreCommand extends StoreCommand {

  @Mixin private ArchiveSource source;

  @Option(
      names = "--native",
      description =
          "Replace the contents of a SQLite database with those of a copy of backup --native. The"
              + " database need not be empty, and other programs may have it open.")
  private boolean isNative;

  @Mixin private PassphraseOption passphrase;

  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) {
    Path file = source.require(environment());
    if (isNative) {
      NativeBackup.of(store.database()).restoreFrom(file);
      store.migrations().update();
      print("restored " + file + "\n");
      return;
    }
    Restore restore = Restore.into(store.database()).clock(environment().clock());
    Passphrase given = passphrase.orNull(environment());
    if (given != null) {
      restore.passphrase(given);
    }
    try (ProgressDisplay progress =
        ProgressDisplay.start("Restoring", " rows", environment().terminal())) {
      ArchiveManifest manifest = restore.progress(progress::report).from(file);
      print("restored " + manifest.rows() + " rows of " + manifest.createdAt() + "\n");
    }
  }
}
