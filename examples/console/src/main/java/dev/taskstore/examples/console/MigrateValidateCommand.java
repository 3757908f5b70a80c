package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import picocli.CommandLine.Command;

@Command(
    name = "validate",
    description = "Fails when changesets are pending, or were edited after they were applied.")
final class MigrateValidateCommand extends MigrationCommand {

  @Override
  void run(Migrations migrations) {
    migrations.validate();
    print("up to date\n");
  }
}
