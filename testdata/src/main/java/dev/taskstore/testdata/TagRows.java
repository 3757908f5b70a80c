package dev.taskstore.testdata;

import dev.taskstore.NewTag;
import dev.taskstore.testdata.random.RowRandom;
import dev.taskstore.testdata.random.TimeOrderedIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Tags by position; all exist before the first task. Immutable and thread-safe. */
final class TagRows {

  private static final String SERIES = "tags";

  private static final List<String> NAMES =
      List.of(
          "urgent",
          "bug",
          "home",
          "work",
          "release",
          "customer",
          "idea",
          "waiting",
          "review",
          "documentation",
          "meeting",
          "email",
          "phone",
          "invoice",
          "travel",
          "shopping",
          "design",
          "backend",
          "frontend",
          "security",
          "performance",
          "testing",
          "support",
          "marketing",
          "sales",
          "hiring",
          "finance",
          "legal",
          "research",
          "garden",
          "family",
          "health",
          "school",
          "reading",
          "weekend",
          "quarterly",
          "blocked",
          "quick",
          "later",
          "follow-up",
          "feature",
          "refactoring",
          "migration",
          "database",
          "mobile",
          "accessibility",
          "analytics",
          "budget",
          "contract",
          "training");

  /** A task has no tag in 11 of 20 cases, one in five, two in three, three in one. */
  private static final int[] TAGS_PER_TASK = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3
  };

  private final long seed;
  private final long count;
  private final String suffix;
  private final WorkingTime time;

  TagRows(long seed, long count, String suffix, WorkingTime time) {
    this.seed = seed;
    this.count = count;
    this.suffix = suffix;
    this.time = time;
  }

  long count() {
    return count;
  }

  UUID id(long index) {
    return TimeOrderedIds.id(createdAt(), seed, SERIES, index);
  }

  NewTag row(long index) {
    String name = NAMES.get((int) (index % NAMES.size()));
    long round = index / NAMES.size();
    return NewTag.of(name + (round == 0 ? "" : "-" + (round + 1)) + suffix)
        .id(id(index))
        .createdAt(createdAt())
        .updatedAt(createdAt());
  }

  private Instant createdAt() {
    return time.at(0);
  }

  /** Draws the distinct tags of a task; few tags are frequent. */
  List<UUID> ofTask(long task) {
    Random random = RowRandom.of(seed, "links", task);
    int wanted = (int) Math.min(count, TAGS_PER_TASK[random.nextInt(TAGS_PER_TASK.length)]);
    List<Long> drawn = new ArrayList<>(wanted);
    while (drawn.size() < wanted) {
      long tag = RowRandom.skewed(random, count);
      while (drawn.contains(tag)) {
        tag = (tag + 1) % count;
      }
      drawn.add(tag);
    }
    return drawn.stream().map(this::id).toList();
  }
}
