package dev.taskstore.bench.concurrency;

/** The call that a thread repeats. */
enum Work {
  FIND_BY_ID("findById", "one task by primary key"),
  INSERT("insert", "one task in its own transaction"),
  MIX("mix", "nine findById calls, then an update of a task that no other thread changes"),
  PAGE("pageOfUser", "the newest 50 tasks of a user");

  private final String id;
  private final String description;

  Work(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Returns the name in tables and files. */
  String id() {
    return id;
  }

  /** Returns the description of one call. */
  String description() {
    return description;
  }
}
