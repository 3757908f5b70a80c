package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;

/** A command that works on the schema. It opens the store without applying changesets. */
abstract class MigrationCommand extends StoreCommand {

  @Override
  final MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  final void run(TaskStore store) throws Exception {
    run(store.migrations());
  }

  abstract void run(Migrations migrations) throws Exception;
}
