package dev.taskstore.examples.chatbot.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Processes the items of a batch one after the other, each in its own transaction. Failures of
 * items are collected; a failure that concerns all items, such as a lost connection, ends the
 * batch.
 */
final class Batch {

  /** The greatest number of items. */
  static final int MAXIMUM = 25;

  private final List<UUID> done = new ArrayList<>();
  private final List<ItemFailure> failures = new ArrayList<>();

  private Batch() {}

  static Schema ids() {
    return Schema.list(Schema.uuid(), MAXIMUM).unique().describe("Ids of tasks.");
  }

  static Schema output(String name, Schema item) {
    return Schema.object()
        .required(name, Schema.list(item))
        .required("failures", Schema.list(ItemFailure.SCHEMA));
  }

  static <T> Batch run(List<T> items, Function<T, UUID> id, Consumer<T> action) {
    Batch batch = new Batch();
    for (T item : items) {
      UUID task = id.apply(item);
      try {
        action.accept(item);
        batch.done.add(task);
      } catch (RuntimeException e) {
        batch.failures.add(ItemFailure.of(task, e).orElseThrow(() -> e));
      }
    }
    return batch;
  }

  static Batch run(List<UUID> ids, Consumer<UUID> action) {
    return run(ids, Function.identity(), action);
  }

  /** Returns the tasks that were processed, in their order. */
  List<UUID> done() {
    return done;
  }

  /**
   * Returns the result: an error if all items failed.
   *
   * @param name the name of the processed items in the structure, which is also their text
   * @param items the JSON of the processed items
   * @param lines their text, each line after a line feed
   */
  ToolResult result(String name, List<?> items, String lines) {
    Map<String, Object> structure = new LinkedHashMap<>();
    structure.put(name, items);
    structure.put("failures", failures.stream().map(ItemFailure::json).toList());
    StringBuilder text = new StringBuilder();
    text.append(done.size()).append(' ').append(name);
    text.append(", ").append(failures.size()).append(" failed.").append(lines);
    failures.forEach(failure -> text.append(failure.line()));
    return new ToolResult(text.toString(), structure, done.isEmpty());
  }
}
