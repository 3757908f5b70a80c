package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "done",
    description = "Marks tasks as completed: all of them, or none if one does not exist.")
final class DoneCommand extends StoreCommand {

  @Mixin private TaskIds ids;

  @Override
  void run(TaskStore store) {
    store.transaction(
        tx -> {
          for (Task task : ids.require(tx)) {
            if (task.status() != TaskStatus.COMPLETED) {
              tx.tasks().complete(task.id());
            }
          }
        });
  }
}
