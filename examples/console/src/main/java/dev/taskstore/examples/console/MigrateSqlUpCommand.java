package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Prints the SQL of 'migrate up'.")
final class MigrateSqlUpCommand extends MigrationCommand {

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Stop at this tag of the changelog. Default: apply all.")
  private String tag;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(Migrations migrations) throws IOException {
    ChangeSetScript script =
        new ChangeSetScript(tag == null ? migrations.updateSql() : migrations.updateToSql(tag));
    if (json) {
      print(script.json());
    } else {
      print(script.text());
    }
  }
}
