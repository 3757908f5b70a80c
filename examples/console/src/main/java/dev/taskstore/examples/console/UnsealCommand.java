package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.DatabaseCopy;
import picocli.CommandLine.Command;

@Command(
    name = "unseal",
    description =
        "Allows writes to a database again that 'copy --live' has sealed, and removes what that"
            + " command has added to it. Writes to the new database are not copied back.")
final class UnsealCommand extends StoreCommand {

  @Override
  void run(TaskStore store) {
    DatabaseCopy.abort(DefaultSchema.DEFAULT_SCHEMA, store.database());
  }
}
