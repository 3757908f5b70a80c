package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Draft;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** The input of the calls of all threads, created before the measurement. */
final class Inputs {

  private static final int DRAFTS = 1_000;

  private final UUID[] taskIds;
  private final UUID[] userIds;
  private final List<Draft> drafts;

  Inputs(Dataset data) {
    taskIds = IntStream.range(0, data.tasks()).mapToObj(data::taskId).toArray(UUID[]::new);
    userIds = IntStream.range(0, data.users()).mapToObj(data::userId).toArray(UUID[]::new);
    drafts = IntStream.range(0, DRAFTS).mapToObj(data::draft).toList();
  }

  int tasks() {
    return taskIds.length;
  }

  UUID taskId(int number) {
    return taskIds[number];
  }

  UUID taskId(SplittableRandom random) {
    return taskIds[random.nextInt(taskIds.length)];
  }

  UUID userId(SplittableRandom random) {
    return userIds[random.nextInt(userIds.length)];
  }

  Draft draft(SplittableRandom random) {
    return drafts.get(random.nextInt(DRAFTS));
  }
}
