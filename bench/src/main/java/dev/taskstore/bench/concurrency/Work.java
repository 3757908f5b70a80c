package dev.taskstore.bench.concurrency;

/** What a thread does again and again. */
enum Work {
  FIND_BY_ID("findById", "one task by its key"),
  INSERT("insert", "one task in a transaction of its own"),
  MIX("mix", "nine times findById, then an update of a task that no other thread changes"),
  PAGE("pageOfUser", "the newest 50 tasks of a user");

  private final String id;
  private final String description;

  Work(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name in tables and files. */
  String id() {
    return id;
  }

  /** What one call does. */
  String description() {
    return description;
  }
}
