package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "untag", description = "Removes tags from a task. Unused tags are kept.")
final class UntagCommand extends StoreCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The ID of the task, or its last digits, at least 4.")
  private TaskId id;

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
          tx.tags().detach(id.require(tx).id(), names);
        });
  }
}
