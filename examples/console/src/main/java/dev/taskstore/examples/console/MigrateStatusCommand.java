package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Lists all changesets and their states.")
final class MigrateStatusCommand extends MigrationCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(Migrations migrations) throws IOException {
    ChangeSetList list = new ChangeSetList(migrations.status());
    if (json) {
      print(list.json());
    } else {
      print(list.table());
    }
  }
}
