package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "tag", description = "Adds tags to a task and creates missing tags.")
final class TagCommand extends StoreCommand {

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
          tx.tags().attach(id.require(tx).id(), names);
        });
  }
}
