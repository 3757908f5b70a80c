package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "delete",
    description = "Deletes tasks: all of them, or none if one does not exist.")
final class DeleteCommand extends StoreCommand {

  @Mixin private TaskIds ids;

  @Override
  void run(TaskStore store) {
    store.transaction(
        tx -> {
          tx.tasks().deleteAllById(ids.require(tx).stream().map(Task::id).toList());
        });
  }
}
