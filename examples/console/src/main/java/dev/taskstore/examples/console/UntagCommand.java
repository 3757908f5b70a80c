package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "untag", description = "Removes tags from a task. Unused tags are kept.")
final class UntagCommand extends StoreCommand {

  @Parameters(index = "0", paramLabel = "ID", description = "The ID of the task.")
  private UUID id;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TAG",
      description = "The names of the tags.")
  private String[] names;

  @Override
  void run(TaskStore store) {
    store.transaction(
        tx -> {
          TaskIds.require(tx, id);
          tx.tags().detach(id, names);
        });
  }
}
