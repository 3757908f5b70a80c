package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.DatabaseComparison;
import dev.taskstore.transfer.report.ComparisonReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description =
        "Compares all rows of the database with those of another one, by number and SHA-256, and"
            + " lists the first rows that differ. Exits with 6 if there are any.")
final class VerifyCommand extends StoreCommand {

  @Parameters(paramLabel = "URL", description = "The JDBC URL of the other database.")
  private String url;

  @Option(
      names = "--with-user",
      paramLabel = "NAME",
      description =
          "The user of the other database. The environment variable TASKSTORE_TO_PASSWORD contains"
              + " the password, or TASKSTORE_TO_PASSWORD_FILE names its file.")
  private String user;

  @Option(
      names = "--with-password",
      interactive = true,
      description = "Prompt for the password of that user.")
  private char[] password;

  @Option(
      names = "--with-password-file",
      paramLabel = "FILE",
      description = "The file with the password of that user.")
  private Path passwordFile;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "The maximum number of rows to list for each table, ${DEFAULT-VALUE} by default.")
  private int limit;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private boolean isEqual;

  @Override
  MigrationMode migrationMode() {
    return MigrationMode.VALIDATE;
  }

  @Override
  void run(TaskStore store) {
    if (limit < 0) {
      throw usage("--limit must be at least 0");
    }
    DatabasePassword source =
        new DatabasePassword("--with", password, passwordFile, "TASKSTORE_TO_PASSWORD");
    try (TaskStore other =
        DatabaseSettings.open(url, user, source, MigrationMode.VALIDATE, environment())) {
      ComparisonReport report =
          DatabaseComparison.of(DefaultSchema.DEFAULT_SCHEMA)
              .limit(limit)
              .run(store.database(), other.database());
      isEqual = report.isEqual();
      print(json ? report.toJson() : report.toText());
    }
  }

  @Override
  int exitCode() {
    return isEqual ? ExitCode.OK : ExitCode.DRIFT;
  }
}
