package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.migration.MigrationMode;
import picocli.CommandLine.Command;

@Command(name = "up", description = "Applies all pending changesets.")
final class MigrateUpCommand extends StoreCommand {

  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) {
    print(store.database().migrations().update() + " applied\n");
  }
}
