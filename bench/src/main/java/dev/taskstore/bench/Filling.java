package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Creates and fills the schema through TaskStore, in chunks, so that only one chunk is in memory.
 *
 * @param store the store to fill
 * @param data the rows
 * @param taggedEvery every how many tasks one has tags
 * @param progress receives the number of tasks inserted so far
 */
public record Filling(TaskStore store, Dataset data, int taggedEvery, IntConsumer progress) {

  private static final int TASKS_OF_A_LOAD = 250_000;
  private static final int TASKS_TAGGED_AT_A_TIME = 5_000;

  static void fill(TaskStore store, Dataset data) {
    new Filling(store, data, 1, tasks -> {}).run();
  }

  /** Fills the store and returns the number of rows written. */
  public long run() {
    long rows = store.users().insertAll(data.newUsers()).size();
    for (int from = 0; from < data.tasks(); from += TASKS_OF_A_LOAD) {
      int to = Math.min(data.tasks(), from + TASKS_OF_A_LOAD);
      rows += store.tasks().load(IntStream.range(from, to).mapToObj(data::newTask));
      progress.accept(to);
    }
    return rows + store.tags().insertAll(data.newTags()).size() + attachTags();
  }

  private long attachTags() {
    long attached = 0;
    Map<UUID, List<UUID>> links = new HashMap<>();
    for (int number = 0; number < data.tasks(); number += taggedEvery) {
      links.put(data.taskId(number), data.tagsOf(number));
      if (links.size() == TASKS_TAGGED_AT_A_TIME) {
        attached += store.tasks().attachTags(links);
        links.clear();
      }
    }
    return attached + store.tasks().attachTags(links);
  }
}
