package dev.taskstore.examples.console;

import dev.taskstore.db.migration.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Applies pending changesets.")
final class MigrateUpCommand extends MigrationCommand {

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Stop at this tag of the changelog. Default: apply all.")
  private String tag;

  @Override
  void run(Migrations migrations) {
    print((tag == null ? migrations.update() : migrations.updateTo(tag)) + " applied\n");
  }
}
