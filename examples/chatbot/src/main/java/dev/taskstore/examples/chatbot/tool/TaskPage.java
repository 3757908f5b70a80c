package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.Task;
import dev.taskstore.TaskTransaction;
import dev.taskstore.TaskWithTags;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Pages of tasks as tools return them.
 *
 * @param tasks the page
 * @param total the number of tasks of all pages
 */
record TaskPage(Page<TaskWithTags> tasks, long total) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAXIMUM_LIMIT = 50;

  static final Schema LIMIT =
      Schema.integer(1, MAXIMUM_LIMIT).describe("Tasks in a page. Default: " + DEFAULT_LIMIT + ".");

  static final Schema CURSOR =
      Schema.text(1, 4096)
          .describe("nextCursor of the page before. Keep all other arguments the same.");

  static final Schema OUTPUT =
      Schema.object()
          .required("tasks", Schema.list(TaskJson.SCHEMA))
          .required("totalCount", Schema.integer())
          .optional("nextCursor", Schema.text());

  /** Reads a page and the number of all tasks, of one state of the database. */
  static TaskPage read(
      Caller caller,
      Function<TaskTransaction, Page<Task>> page,
      ToLongFunction<TaskTransaction> total) {
    return caller.read(
        tx -> new TaskPage(tx.tasks().withTags(page.apply(tx)), total.applyAsLong(tx)));
  }

  /** Returns the page that the arguments select; the cursor keeps the position, not the size. */
  static PageRequest request(Arguments arguments) {
    int limit = arguments.integer("limit").map(Math::toIntExact).orElse(DEFAULT_LIMIT);
    return arguments.text("cursor").map(TaskPage::parse).orElseGet(() -> PageRequest.first(limit));
  }

  private static PageRequest parse(String cursor) {
    PageRequest request = PageRequest.of(cursor);
    if (request.size() > MAXIMUM_LIMIT) {
      throw new ArgumentException("cursor must be a nextCursor of this tool.");
    }
    return request;
  }

  /** Returns the JSON; {@code descriptions} is their greatest length. */
  Map<String, Object> json(Caller caller, int descriptions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tasks", TaskJson.list(tasks.items(), caller.userId(), descriptions));
    json.put("totalCount", total);
    tasks.next().ifPresent(next -> json.put("nextCursor", next.token()));
    return json;
  }

  String text(String kind) {
    List<TaskWithTags> items = tasks.items();
    String more =
        tasks.next().map(next -> "\nMore: call again with cursor " + next.token()).orElse("");
    return items.size() + " of " + total + " " + kind + "." + TaskJson.lines(items) + more;
  }
}
