package dev.taskstore.bench.transfer;

/** The directions of a copy. */
enum Direction {
  TO_POSTGRES("SQLite to PostgreSQL"),
  TO_SQLITE("PostgreSQL to SQLite");

  private final String title;

  Direction(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
