package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "sql",
    description = {
      "Prints the SQL that gives two roles their privileges, without running it.",
      "The owner migrates the schema; the application reads and writes rows. Both roles exist"
          + " already."
    })
final class RolesSqlCommand extends StoreCommand {

  @Mixin private RoleNames names;

  /** The database may be empty: the first statements run before its first migration. */
  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) {
    print(names.privileges(store).script());
  }
}
