package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.backup.Backup;
import dev.taskstore.backup.NativeBackup;
import dev.taskstore.backup.Retention;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "Writes all users, tasks and tags to an archive, which restore reads into any database.",
      "Other programs may read and write meanwhile. Prints the name of the archive."
    },
    subcommands = {
      BackupVerifyCommand.class,
      BackupInspectCommand.class,
      BackupPruneCommand.class,
    })
final class BackupCommand extends StoreCommand {

  /** The first part of the names of archives in a folder. */
  static final String PREFIX = "taskstore";

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The archive to write. It must not exist, unless --force is given.")
  private Path file;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Write an archive to this folder, with the time in its name.")
  private Path folder;

  @Option(
      names = "--keep",
      paramLabel = "RULES",
      description =
          "With --to, delete older archives of the folder afterwards, as backup prune does:"
              + " 7d,4w,12m keeps the newest ones of 7 days, 4 weeks and 12 months.")
  private String keep;

  @Option(
      names = "--native",
      description = "Copy the file of a SQLite database instead: faster, only for SQLite.")
  private boolean isNative;

  @Option(
      names = "--encrypt",
      description =
          "Encrypt the archive with the passphrase of the environment variable"
              + " TASKSTORE_PASSPHRASE, or of --passphrase-file.")
  private boolean encrypts;

  @Option(names = "--force", description = "Replace FILE when the new archive is complete.")
  private boolean forces;

  @Mixin private PassphraseOption passphrase;

  /** A backup neither migrates nor misses what a newer program has added. */
  @Override
  MigrationMode migrationMode() {
    return MigrationMode.VALIDATE;
  }

  @Override
  void run(TaskStore store) {
    if ((file == null) == (folder == null)) {
      throw usage("Name either FILE or --to DIR");
    } else if (keep != null && folder == null) {
      throw usage("--keep requires --to DIR");
    } else if (isNative && encrypts) {
      throw usage("--native copies are not encrypted; use an archive with --encrypt");
    }
    Retention retention = keep == null ? null : Retention.parse(keep, environment().clock());
    Path written = isNative ? copy(store) : archive(store);
    print(written + "\n");
    if (retention != null) {
      BackupPruneCommand.prune(retention, folder, false, this::print);
    }
  }

  private Path copy(TaskStore store) {
    NativeBackup backup = NativeBackup.of(store.database()).clock(environment().clock());
    if (folder != null) {
      return backup.writeToFolder(folder, PREFIX);
    }
    if (forces) {
      backup.replaceExisting();
    }
    backup.writeTo(file);
    return file;
  }

  private Path archive(TaskStore store) {
    Backup backup =
        Backup.of(store.database(), DefaultSchema.DEFAULT_SCHEMA).clock(environment().clock());
    if (encrypts) {
      backup.passphrase(passphrase.require(environment()));
    }
    if (forces) {
      backup.replaceExisting();
    }
    try (ProgressDisplay progress =
        ProgressDisplay.start("Backing up", " rows", environment().terminal())) {
      backup.progress(progress::report);
      if (folder != null) {
        return backup.writeToFolder(folder, PREFIX);
      }
      backup.writeTo(file);
      return file;
    }
  }
}
