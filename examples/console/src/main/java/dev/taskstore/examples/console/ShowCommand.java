package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.formats.TaskDetails;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows all fields of a task.")
final class ShowCommand extends StoreCommand {

  @Parameters(
      paramLabel = "ID",
      description = "The ID of the task, or its last digits, at least 4.")
  private TaskId id;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(TaskStore store) throws IOException {
    TaskDetails details = TaskDetails.of(store, List.of(id.require(store))).get(0);
    if (json) {
      print(TaskView.json(details));
    } else {
      print(TaskView.text(details, environment().zone()));
    }
  }
}
