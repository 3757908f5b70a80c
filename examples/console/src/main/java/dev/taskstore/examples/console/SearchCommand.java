package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.db.Page;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = "Lists the tasks whose title contains a text (ignoring case), newest first.")
final class SearchCommand extends StoreCommand {

  @Parameters(paramLabel = "TEXT", description = "The text to search for. It is not a pattern.")
  private String text;

  @Mixin private PageOptions paging;

  @Override
  void run(TaskStore store) throws IOException {
    Page<Task> page = store.tasks().searchTitle(text, paging.request());
    paging.print(this, store, page);
    if (page.items().isEmpty() && !paging.isContinued()) {
      remark("No titles match.");
    }
  }
}
