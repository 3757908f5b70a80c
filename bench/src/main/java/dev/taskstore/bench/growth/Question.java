package dev.taskstore.bench.growth;

/** The queries that are measured on all table sizes. */
enum Question {
  FIND_BY_ID("findById", "one task by primary key"),
  PAGE_OF_USER("pageOfUser", "the newest 50 tasks of a user"),
  DEEP_PAGE("deepPage", "50 tasks in the middle of all"),
  OPEN_HIGH_PRIORITY("openHighPriority", "the oldest 50 open tasks of high priority"),
  DEEP_OPEN_HIGH_PRIORITY("deepOpenHighPriority", "50 of these from the middle of the list"),
  PAGE_OF_TAG("pageOfTag", "the newest 10 tasks of a tag"),
  DEEP_PAGE_OF_TAG("deepPageOfTag", "10 of these from the middle of the list"),
  OVERDUE("overdue", "the 50 longest overdue tasks"),
  TITLE_PREFIX("titlePrefix", "50 tasks whose titles begin with a text"),
  STATISTICS("statistics", "task counts of each user by status"),
  COUNT("count", "the number of tasks"),
  SEARCH_TITLE("searchTitle", "the one task whose title contains a text");

  private final String id;
  private final String description;

  Question(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Returns the name in tables and files. */
  String id() {
    return id;
  }

  /** Returns the description of the result. */
  String description() {
    return description;
  }

  /** Returns whether the time is expected to be independent of the number of rows. */
  boolean isExpectedConstant() {
    return compareTo(OVERDUE) < 0;
  }
}
