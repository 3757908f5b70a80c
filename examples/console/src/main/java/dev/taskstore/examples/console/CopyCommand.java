package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.CopyPreflight;
import dev.taskstore.transfer.DatabaseCopy;
import dev.taskstore.transfer.report.CopyProgress;
import dev.taskstore.transfer.report.CopyReport;
import dev.taskstore.transfer.report.PreflightReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "copy",
    description = {
      "Copies all users, tasks and tags to an empty database of any kind, and verifies the copy.",
      "If it ended early, run it again to continue. Other programs may read meanwhile; their writes"
          + " are not copied, unless --live is given."
    })
final class CopyCommand extends StoreCommand {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The JDBC URL of the empty database. The copy creates its tables.")
  private String url;

  @Option(
      names = "--to-user",
      paramLabel = "NAME",
      description =
          "The user of that database. The environment variable TASKSTORE_TO_PASSWORD contains the"
              + " password, or TASKSTORE_TO_PASSWORD_FILE names its file.")
  private String user;

  @Option(
      names = "--to-password",
      interactive = true,
      description = "Prompt for the password of that user.")
  private char[] password;

  @Option(
      names = "--to-password-file",
      paramLabel = "FILE",
      description = "The file with the password of that user.")
  private Path passwordFile;

  @Option(
      names = "--live",
      description =
          "Also copy what other programs write meanwhile. At the end the source refuses writes"
              + " ('unseal' allows them again).")
  private boolean live;

  @Option(
      names = "--restart",
      description = "Delete what an earlier copy has written to that database, and begin again.")
  private boolean restart;

  @Option(
      names = "--accept-drift",
      description = "Leave tables and columns behind that are not in the changelog.")
  private boolean acceptDrift;

  @Option(
      names = "--dry-run",
      description =
          "Copy nothing. List all rows and differences that prevent the copy; exits with 6 if there"
              + " are any.")
  private boolean dryRun;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the report to a JSON file.")
  private Path report;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private boolean isReady = true;

  @Override
  void run(TaskStore store) {
    DatabasePassword source =
        new DatabasePassword("--to", password, passwordFile, "TASKSTORE_TO_PASSWORD");
    try (TaskStore target =
        DatabaseSettings.open(url, user, source, MigrationMode.NONE, environment())) {
      if (dryRun) {
        check(store.database(), target.database());
      } else {
        copy(store.database(), target.database());
      }
    }
  }

  private void check(Database source, Database target) {
    CopyPreflight preflight =
        CopyPreflight.of(DefaultSchema.DEFAULT_SCHEMA).from(source).to(target);
    if (acceptDrift) {
      preflight.acceptDrift();
    }
    if (restart) {
      preflight.restart();
    }
    PreflightReport result = preflight.run();
    isReady = result.isReady();
    print(json ? result.toJson() : result.toText());
  }

  private void copy(Database source, Database target) {
    DatabaseCopy copy = DatabaseCopy.of(DefaultSchema.DEFAULT_SCHEMA).from(source).to(target);
    if (live) {
      copy.live();
    }
    if (restart) {
      copy.restart();
    }
    if (acceptDrift) {
      copy.acceptDrift();
    }
    if (report != null) {
      copy.report(report);
    }
    CopyReport result;
    try (ProgressDisplay progress =
        ProgressDisplay.start("Copying", " rows", environment().terminal())) {
      result = copy.progress(current -> show(current, progress)).run();
    }
    print(json ? result.toJson() : result.toText());
  }

  private static void show(CopyProgress current, ProgressDisplay progress) {
    progress.describe(
        current.phase().word() + (current.table() == null ? "" : " " + current.table()));
    progress.report(current.rows(), current.totalRows());
  }

  @Override
  int exitCode() {
    return isReady ? ExitCode.OK : ExitCode.DRIFT;
  }
}
