package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description =
        "Rolls back the last changesets. Data in the tables and columns that they added is lost.")
final class MigrateDownCommand extends MigrationCommand {

  @ArgGroup private RollbackTarget target = new RollbackTarget();

  @Override
  void run(Migrations migrations) {
    int count =
        target.tag() == null
            ? migrations.rollback(target.count())
            : migrations.rollbackTo(target.tag());
    print(count + " rolled back\n");
  }
}
