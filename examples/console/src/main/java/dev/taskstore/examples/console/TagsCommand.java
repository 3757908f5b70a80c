package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.TagStatistics;
import dev.taskstore.TaskStore;
import dev.taskstore.examples.console.text.Table;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "tags", description = "Lists all tags by name, with the number of their tasks.")
final class TagsCommand extends StoreCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(TaskStore store) throws IOException {
    List<TagStatistics> statistics = store.tags().statistics();
    if (json) {
      ArrayNode document = JsonNodeFactory.instance.arrayNode();
      statistics.forEach(
          tag -> document.addObject().put("name", tag.name()).put("tasks", tag.tasks()));
      print(document);
    } else {
      Table table = new Table().text("TAG").number("TASKS");
      statistics.forEach(tag -> table.row(tag.name(), tag.tasks()));
      print(table);
      if (statistics.isEmpty()) {
        remark("No tags. Add one: console tag ID TAG");
      }
    }
  }
}
