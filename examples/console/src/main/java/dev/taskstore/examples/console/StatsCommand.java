package dev.taskstore.examples.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.TaskStore;
import dev.taskstore.UserStatistics;
import dev.taskstore.examples.console.text.Bar;
import dev.taskstore.examples.console.text.Table;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    description = "Shows task counts for each user, with a bar of completed and open tasks.")
final class StatsCommand extends StoreCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(TaskStore store) throws IOException {
    List<UserStatistics> statistics = store.tasks().statisticsByUser();
    if (json) {
      ArrayNode document = JsonNodeFactory.instance.arrayNode();
      for (UserStatistics user : statistics) {
        document
            .addObject()
            .put("user", user.username())
            .put("total", user.total())
            .put("pending", user.pending())
            .put("in_progress", user.inProgress())
            .put("completed", user.completed());
      }
      print(document);
    } else {
      print(table(statistics));
      if (statistics.isEmpty()) {
        remark("No users. Add a task: console add TITLE");
      }
    }
  }

  private static Table table(List<UserStatistics> statistics) {
    long greatest = statistics.stream().mapToLong(UserStatistics::total).max().orElse(0);
    Table table =
        new Table()
            .text("USER")
            .number("TASKS")
            .number("PENDING")
            .number("IN PROGRESS")
            .number("COMPLETED")
            .text("█ COMPLETED ░ OPEN");
    for (UserStatistics user : statistics) {
      table.row(
          user.username(),
          user.total(),
          user.pending(),
          user.inProgress(),
          user.completed(),
          Bar.of(user.completed(), user.total(), greatest));
    }
    return table;
  }
}
