package dev.taskstore.bench.audit;

/** The audit trail of a measured store. */
enum AuditMode {
  OFF("off"),
  ON("on"),
  ACTOR("on, with an actor");

  private final String title;

  AuditMode(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
