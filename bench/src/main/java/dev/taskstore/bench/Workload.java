package dev.taskstore.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The measured workloads. */
public enum Workload {
  FIND_BY_ID("findById", "one task by primary key"),
  PAGE_OF_USER("pageOfUser", "the newest 50 tasks of a user"),
  DEEP_PAGE("deepPage", "50 tasks in the middle of all, by keyset"),
  DEEP_PAGE_BY_OFFSET("deepPageByOffset", "50 tasks in the middle of all, by OFFSET"),
  OPEN_HIGH_PRIORITY("openHighPriority", "the oldest 50 open tasks of high priority"),
  INSERT("insert", "one task in its own transaction"),
  INSERT_THOUSAND("insertThousand", "1,000 tasks in one transaction"),
  LOAD("load", "bulk load of as many tasks as the table contains"),
  UPDATE("update", "one task with optimistic locking"),
  UPSERT_THOUSAND("upsertThousand", "1,000 tags by name in one transaction, half of them new"),
  STATISTICS("statistics", "task counts of each user by status"),
  WITH_TAGS("withTags", "the newest 50 tasks of a user with their tags"),
  STREAM("stream", "all tasks as a stream, ordered by primary key"),
  DELETE("delete", "one task by primary key");

  /** The number of rows in a page. */
  public static final int PAGE_SIZE = 50;

  /** The number of rows that {@link #INSERT_THOUSAND} and {@link #UPSERT_THOUSAND} write. */
  public static final int THOUSAND = 1_000;

  private final String id;
  private final String description;

  Workload(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Returns the name in settings, tables and files. */
  public String id() {
    return id;
  }

  /** Returns the description of one operation. */
  public String description() {
    return description;
  }

  /** Returns the number of operations per batch, or 0 if the duration limits it. */
  int batch() {
    return switch (this) {
      case LOAD -> 1;
      case DELETE -> THOUSAND;
      default -> 0;
    };
  }

  /** Returns whether an operation is so slow that it runs in fewer rounds. */
  public boolean isLong() {
    return this == LOAD;
  }

  static Workload of(String id) {
    return Arrays.stream(values())
        .filter(workload -> workload.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown workload " + id + "; the workloads are " + ids()));
  }

  static List<Workload> all() {
    return List.of(values());
  }

  private static String ids() {
    return Arrays.stream(values()).map(Workload::id).collect(Collectors.joining(", "));
  }
}
