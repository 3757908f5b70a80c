package dev.taskstore.bench.growth;

/** What is asked of tables of all sizes. */
enum Question {
  FIND_BY_ID("findById", "one task by its key"),
  PAGE_OF_USER("pageOfUser", "the newest 50 tasks of a user"),
  DEEP_PAGE("deepPage", "50 tasks in the middle of all"),
  OPEN_HIGH_PRIORITY("openHighPriority", "the oldest 50 open tasks of high priority"),
  DEEP_OPEN_HIGH_PRIORITY("deepOpenHighPriority", "50 in the middle of them"),
  PAGE_OF_TAG("pageOfTag", "the newest 10 tasks of a tag"),
  DEEP_PAGE_OF_TAG("deepPageOfTag", "10 in the middle of them"),
  OVERDUE("overdue", "the 50 tasks that are overdue for the longest"),
  TITLE_PREFIX("titlePrefix", "50 tasks whose titles begin with a text"),
  STATISTICS("statistics", "each user's tasks, counted by status"),
  COUNT("count", "how many tasks there are"),
  SEARCH_TITLE("searchTitle", "the one task whose title contains a text");

  private final String id;
  private final String description;

  Question(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name in tables and files. */
  String id() {
    return id;
  }

  /** What the answer is. */
  String description() {
    return description;
  }

  /** Tells whether the time shall stay the same, however many rows there are. */
  boolean isHeld() {
    return compareTo(OVERDUE) < 0;
  }
}
