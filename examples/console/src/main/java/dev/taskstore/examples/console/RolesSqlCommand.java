package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sql",
    description = {
      "Prints the SQL that gives two roles their privileges, without running it.",
      "The owner migrates the schema; the application reads and writes rows. Both roles exist"
          + " already."
    })
final class RolesSqlCommand extends StoreCommand {

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      defaultValue = "taskstore_owner",
      description = "The role that migrates. Default: ${DEFAULT-VALUE}.")
  private String owner;

  @Option(
      names = "--application",
      paramLabel = "NAME",
      defaultValue = "taskstore_application",
      description = "The role of the application. Default: ${DEFAULT-VALUE}.")
  private String application;

  /** The database may be empty: the first statements run before its first migration. */
  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) {
    print(
        store.database().rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, owner, application).script());
  }
}
