package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "pending", description = "Lists the changesets that are not applied yet.")
final class MigratePendingCommand extends MigrationCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(Migrations migrations) throws IOException {
    ChangeSetList list = new ChangeSetList(migrations.pending());
    if (json) {
      print(list.json());
    } else {
      print(list.table());
    }
  }
}
