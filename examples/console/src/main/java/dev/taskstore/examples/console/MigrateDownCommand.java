package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.migration.MigrationMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "down",
    description = "Takes the last changesets back; what they added to the tables is lost.")
final class MigrateDownCommand extends StoreCommand {

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "1",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int count;

  @Override
  MigrationMode migrationMode() {
    return MigrationMode.NONE;
  }

  @Override
  void run(TaskStore store) {
    print(store.database().migrations().rollback(count) + " taken back\n");
  }
}
