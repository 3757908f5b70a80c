package dev.taskstore.bench.simulation;

/** The kinds of calls. */
enum Kind {
  FIND("findById", false),
  PAGE("pageOfUser", false),
  USER_STATISTICS("statistics of one user", false),
  ALL_STATISTICS("statistics of all users", false),
  INSERT("insert", true),
  UPDATE("update", true),
  REFERENCE("insert of a user or a tag", true);

  private final String title;
  private final boolean write;

  Kind(String title, boolean write) {
    this.title = title;
    this.write = write;
  }

  String title() {
    return title;
  }

  boolean isWrite() {
    return write;
  }
}
