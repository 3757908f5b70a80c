package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "start",
    description = "Marks tasks as in progress: all of them, or none if one does not exist.")
final class StartCommand extends StoreCommand {

  @Mixin private TaskIds ids;

  @Override
  void run(TaskStore store) {
    store.transaction(
        tx -> {
          for (Task task : ids.require(tx)) {
            if (task.status() != TaskStatus.IN_PROGRESS) {
              tx.tasks().start(task.id());
            }
          }
        });
  }
}
