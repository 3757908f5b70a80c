package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "apply",
    description = {
      "Runs the statements of roles sql that follow a migration, in one transaction.",
      "Connect as the owner. The command can run again after each migration."
    })
final class RolesApplyCommand extends StoreCommand {

  @Mixin private RoleNames names;

  /** The privileges belong to the tables of this program's changelog. */
  @Override
  MigrationMode migrationMode() {
    return MigrationMode.VALIDATE;
  }

  @Override
  void run(TaskStore store) {
    List<String> statements = names.privileges(store).afterMigration();
    store.transaction(
        tx -> {
          statements.forEach(tx.dsl()::execute);
        });
    print(statements.size() + " statements applied\n");
  }
}
