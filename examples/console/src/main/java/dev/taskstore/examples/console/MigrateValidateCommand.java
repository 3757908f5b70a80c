package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import picocli.CommandLine.Command;

@Command(
    name = "validate",
    description = "Fails if changesets are pending or were modified after they were applied.")
final class MigrateValidateCommand extends MigrationCommand {

  @Override
  void run(Migrations migrations) {
    migrations.validate();
    print("up to date\n");
  }
}
