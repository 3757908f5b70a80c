package dev.taskstore.examples.console.plans;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Deterministic rows, enough of them that the planner prefers indexes. PostgreSQL's ANALYZE samples
 * 300 times the statistics target of 100 rows; no table is larger, so that the statistics are
 * deterministic too.
 */
final class ManyTasks {

  static final int USERS = 2_000;
  static final int TASKS = 20_000;
  static final int TAGS = 2_000;
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** The current time: half of the open tasks with a due time are overdue. */
  static final Instant NOW = START.plus(Duration.ofMinutes(TASKS / 2));

  /** The number of a user who owns one task in fifty. */
  static final int BUSY_USER = 17;

  /** The number of a tag that one task in nine has. */
  static final int COMMON_TAG = 14;

  private static final String DESCRIPTION = "What has to be done, and why. ".repeat(10).strip();

  private static final List<String> VERBS =
      List.of("Water", "Order", "Repair", "Prune", "Sharpen", "Paint", "Return", "Write down");

  private static final List<TaskPriority> PRIORITIES = List.of(TaskPriority.values());

  private ManyTasks() {}

  static UUID user(int number) {
    return id(1, number);
  }

  static UUID task(int number) {
    return id(2, number);
  }

  static UUID tag(int number) {
    return id(3, number);
  }

  static void fill(TaskStore store) {
    store
        .users()
        .load(
            IntStream.range(0, USERS)
                .mapToObj(
                    i ->
                        NewUser.of("user" + i, "user" + i + "@example.com", PasswordHash.locked())
                            .id(user(i))));
    store.tasks().load(IntStream.range(0, TASKS).mapToObj(ManyTasks::draft));
    store.tags().load(IntStream.range(0, TAGS).mapToObj(i -> NewTag.of("tag" + i).id(tag(i))));
    Map<UUID, Collection<UUID>> links = new HashMap<>();
    for (int i = 0; i < TASKS; i++) {
      int task = i;
      links.put(
          task(i),
          IntStream.range(0, i % 3)
              .mapToObj(k -> tag(k == 0 && task % 9 == 1 ? COMMON_TAG : (task * 7 + k * 13) % TAGS))
              .toList());
    }
    store.tasks().attachTags(links);
    Map<UUID, Collection<UUID>> shares = new HashMap<>();
    for (int i = 0; i < TASKS; i += 2) {
      shares.put(task(i), List.of(user(i % 40 == 0 ? BUSY_USER : (i * 3) % USERS)));
    }
    store.tasks().attachCollaborators(shares);
  }

  private static NewTask draft(int i) {
    Instant created = START.plus(Duration.ofMinutes(i));
    NewTask draft =
        NewTask.of(
                user(i % 50 == 0 ? BUSY_USER : i % USERS),
                VERBS.get(i % VERBS.size()) + " no. " + i)
            .id(task(i))
            .description(DESCRIPTION)
            .createdAt(created)
            .updatedAt(created)
            .assigneeId(i % 4 == 3 ? null : user(i % 25 == 0 ? BUSY_USER : (i * 7) % USERS))
            .priority(PRIORITIES.get(i % PRIORITIES.size()))
            .dueAt(i % 2 == 0 ? created.plus(Duration.ofDays(3)) : null);
    return switch (i % 5) {
      case 0 -> draft;
      case 1 -> draft.status(TaskStatus.IN_PROGRESS);
      default -> draft.status(TaskStatus.COMPLETED).completedAt(created.plusSeconds(60));
    };
  }

  /** UUIDs of version 7, in the order of their numbers. */
  private static UUID id(int kind, int number) {
    return new UUID(0x0194_0000_0000_7000L + ((long) number << 16), 0x8000_0000_0000_0000L + kind);
  }
}
