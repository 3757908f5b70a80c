package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "untag", description = "Takes tags from a task; the tags themselves stay.")
final class UntagCommand extends StoreCommand {

  @Parameters(index = "0", paramLabel = "ID", description = "The task's identifier.")
  private UUID id;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "Names of tags.")
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
