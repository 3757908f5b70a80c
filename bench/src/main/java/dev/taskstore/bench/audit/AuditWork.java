package dev.taskstore.bench.audit;

/** What is measured, in this order: each work changes the rows of the one before. */
enum AuditWork {
  INSERT("insert"),
  UPDATE("update"),
  DELETE("delete"),
  LOAD("load of a task among many");

  private final String title;

  AuditWork(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
