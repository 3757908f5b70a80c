package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Prints the SQL of 'migrate down'.")
final class MigrateSqlDownCommand extends MigrationCommand {

  @ArgGroup private RollbackTarget target = new RollbackTarget();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(Migrations migrations) throws IOException {
    ChangeSetScript script =
        new ChangeSetScript(
            target.tag() == null
                ? migrations.rollbackSql(target.count())
                : migrations.rollbackToSql(target.tag()));
    if (json) {
      print(script.json());
    } else {
      print(script.text());
    }
  }
}
