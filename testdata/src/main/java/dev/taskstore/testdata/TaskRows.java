package dev.taskstore.testdata;

import dev.taskstore.NewTask;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.testdata.random.RowRandom;
import dev.taskstore.testdata.random.TimeOrderedIds;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * Tasks by position, in the order of their times: created in working hours, completed some days
 * later unless that is after the end of the data. Immutable and thread-safe.
 */
final class TaskRows {

  private static final String SERIES = "tasks";

  /** The time at the beginning in which users join and no task is created. */
  private static final double QUIET = 0.02;

  private static final double NEVER_COMPLETED = 0.08;
  private static final double DUE = 0.6;
  private static final double DESCRIBED = 0.7;
  private static final int DUE_DAYS = 30;

  private final long seed;
  private final long count;
  private final UserRows users;
  private final WorkingTime time;
  private final TaskTexts texts;

  TaskRows(long seed, long count, UserRows users, WorkingTime time) {
    this.seed = seed;
    this.count = count;
    this.users = users;
    this.time = time;
    this.texts = new TaskTexts(Vocabulary.shared());
  }

  UUID id(long index) {
    return TimeOrderedIds.id(time.at(position(index)), seed, SERIES, index);
  }

  NewTask row(long index) {
    Random random = RowRandom.of(seed, SERIES, index);
    long position = position(index);
    Instant createdAt = time.at(position);
    UUID owner = users.id(RowRandom.skewed(random, users.joinedBefore(position)));
    TaskPriority priority = priority(random);
    NewTask task =
        NewTask.of(owner, texts.title(random))
            .id(id(index))
            .priority(priority)
            .createdAt(createdAt)
            .updatedAt(createdAt);
    if (random.nextDouble() < DESCRIBED) {
      task = task.description(texts.description(random));
    }
    if (random.nextDouble() < DUE) {
      task = task.dueAt(time.endOfDay(position + (1 + random.nextInt(DUE_DAYS)) * WorkingTime.DAY));
    }
    return withProgress(task, position, priority, random);
  }

  private NewTask withProgress(NewTask task, long position, TaskPriority priority, Random random) {
    long started = position + exponential(random, 2);
    long completed = started + exponential(random, workdays(priority));
    boolean isCompleted = completed < time.length() && random.nextDouble() >= NEVER_COMPLETED;
    if (isCompleted) {
      Instant completedAt = time.at(completed);
      return task.status(TaskStatus.COMPLETED).completedAt(completedAt).updatedAt(completedAt);
    }
    return started < time.length() && random.nextBoolean()
        ? task.status(TaskStatus.IN_PROGRESS).updatedAt(time.at(started))
        : task.status(TaskStatus.PENDING);
  }

  /** The position in time of a task: each task has an equal part of the time for itself. */
  private long position(long index) {
    double first = time.length() * QUIET;
    double slot = RowRandom.of(seed, "created", index).nextDouble();
    return (long) (first + (index + slot) / count * (time.length() - first));
  }

  private static TaskPriority priority(Random random) {
    int draw = random.nextInt(20);
    return draw < 5 ? TaskPriority.LOW : draw < 16 ? TaskPriority.MEDIUM : TaskPriority.HIGH;
  }

  private static int workdays(TaskPriority priority) {
    return switch (priority) {
      case HIGH -> 3;
      case MEDIUM -> 8;
      case LOW -> 20;
    };
  }

  private static long exponential(Random random, int meanDays) {
    // StrictMath: the result must not depend on the platform.
    return (long) (-StrictMath.log(1 - random.nextDouble()) * meanDays * WorkingTime.DAY);
  }
}
