package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Takes the last changesets back; what they added to the tables is lost.")
final class MigrateDownCommand extends MigrationCommand {

  @ArgGroup private RollbackTarget target = new RollbackTarget();

  @Override
  void run(Migrations migrations) {
    int count =
        target.tag() == null
            ? migrations.rollback(target.count())
            : migrations.rollbackTo(target.tag());
    print(count + " taken back\n");
  }
}
