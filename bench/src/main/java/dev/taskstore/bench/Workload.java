package dev.taskstore.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is measured. */
public enum Workload {
  FIND_BY_ID("findById", "one task by its key"),
  PAGE_OF_USER("pageOfUser", "the newest 50 tasks of a user"),
  DEEP_PAGE("deepPage", "50 tasks in the middle of all, by keyset"),
  DEEP_PAGE_BY_OFFSET("deepPageByOffset", "50 tasks in the middle of all, by OFFSET"),
  OPEN_HIGH_PRIORITY("openHighPriority", "the oldest 50 open tasks of high priority"),
  INSERT("insert", "one task in a transaction of its own"),
  INSERT_THOUSAND("insertThousand", "1,000 tasks in one transaction"),
  LOAD("load", "as many tasks as the table has, in bulk"),
  UPDATE("update", "one task, if nobody has changed it since"),
  UPSERT_THOUSAND("upsertThousand", "1,000 tags by name, half of them new, in one transaction"),
  STATISTICS("statistics", "each user's tasks, counted by status"),
  WITH_TAGS("withTags", "the newest 50 tasks of a user with their tags"),
  STREAM("stream", "all tasks one by one, by key"),
  DELETE("delete", "one task by its key");

  /** How many rows a page has. */
  public static final int PAGE_SIZE = 50;

  /** How many rows {@link #INSERT_THOUSAND} and {@link #UPSERT_THOUSAND} write. */
  public static final int THOUSAND = 1_000;

  private final String id;
  private final String description;

  Workload(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name in settings, tables and files. */
  public String id() {
    return id;
  }

  /** What one operation does. */
  public String description() {
    return description;
  }

  /** How many operations are timed together, or 0 when as many as the time allows are timed. */
  int batch() {
    return switch (this) {
      case LOAD -> 1;
      case DELETE -> THOUSAND;
      default -> 0;
    };
  }

  /** Tells whether one operation takes so long that rounds are saved on it. */
  public boolean isLong() {
    return this == LOAD;
  }

  static Workload of(String id) {
    return Arrays.stream(values())
        .filter(workload -> workload.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no workload " + id + ": " + ids()));
  }

  static List<Workload> all() {
    return List.of(values());
  }

  private static String ids() {
    return Arrays.stream(values()).map(Workload::id).collect(Collectors.joining(", "));
  }
}
