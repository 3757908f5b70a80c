package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.formats.TaskDetails;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands that list tasks in pages. */
final class PageOptions {

  @Option(
      names = "--page-size",
      paramLabel = "N",
      defaultValue = "20",
      description = "The page size, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--after",
      paramLabel = "TOKEN",
      description =
          "Show the page with this token, which the previous page printed. The page size stays the"
              + " same.")
  private String token;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Returns whether this is not the first page. */
  boolean isContinued() {
    return token != null;
  }

  PageRequest request() {
    return token == null ? PageRequest.first(size) : PageRequest.of(token);
  }

  void print(StoreCommand command, TaskSession session, Page<Task> page) throws IOException {
    List<TaskDetails> tasks = TaskDetails.of(session, page.items());
    String next = page.next().map(PageRequest::token).orElse(null);
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      var items = document.putArray("items");
      tasks.forEach(task -> items.add(TaskView.json(task)));
      command.print(document.put("next", next));
    } else {
      command.print(TaskView.table(tasks, ShortIds.of(session), command.environment().clock()));
      if (next != null) {
        command.print("\nNext page: --after " + next + "\n");
      }
    }
  }
}
