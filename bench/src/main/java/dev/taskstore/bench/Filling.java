package dev.taskstore.bench;

import dev.taskstore.TaskStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes the schema and fills it, through TaskStore. */
final class Filling {

  private static final int TASKS_AT_A_TIME = 5_000;

  private Filling() {}

  static void fill(TaskStore store, Dataset data) {
    store.users().insertAll(data.newUsers());
    store.tasks().load(IntStream.range(0, data.tasks()).mapToObj(data::newTask));
    store.tags().insertAll(data.newTags());
    for (int from = 0; from < data.tasks(); from += TASKS_AT_A_TIME) {
      Map<UUID, List<UUID>> links = new HashMap<>();
      for (int i = from; i < Math.min(data.tasks(), from + TASKS_AT_A_TIME); i++) {
        links.put(data.taskId(i), data.tagsOf(i));
      }
      store.tasks().attachTags(links);
    }
  }
}
