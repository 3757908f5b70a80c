package dev.taskstore.bench.transfer;

import java.util.List;

/** A table of the schema, as a loop in plain JDBC sees it. */
enum LoopTable {
  USERS(
      "users",
      new LoopColumn("id", LoopType.UUID),
      new LoopColumn("username", LoopType.TEXT),
      new LoopColumn("email", LoopType.TEXT),
      new LoopColumn("password_hash", LoopType.TEXT),
      new LoopColumn("created_at", LoopType.INSTANT),
      new LoopColumn("updated_at", LoopType.INSTANT),
      new LoopColumn("version", LoopType.BIGINT)),
  TASKS(
      "tasks",
      new LoopColumn("id", LoopType.UUID),
      new LoopColumn("user_id", LoopType.UUID),
      new LoopColumn("title", LoopType.TEXT),
      new LoopColumn("description", LoopType.TEXT),
      new LoopColumn("priority", LoopType.TEXT),
      new LoopColumn("status", LoopType.TEXT),
      new LoopColumn("created_at", LoopType.INSTANT),
      new LoopColumn("updated_at", LoopType.INSTANT),
      new LoopColumn("version", LoopType.BIGINT),
      new LoopColumn("due_at", LoopType.INSTANT),
      new LoopColumn("completed_at", LoopType.INSTANT)),
  TAGS(
      "tags",
      new LoopColumn("id", LoopType.UUID),
      new LoopColumn("name", LoopType.TEXT),
      new LoopColumn("created_at", LoopType.INSTANT),
      new LoopColumn("updated_at", LoopType.INSTANT),
      new LoopColumn("version", LoopType.BIGINT)),
  TASK_TAGS(
      "task_tags",
      new LoopColumn("task_id", LoopType.UUID),
      new LoopColumn("tag_id", LoopType.UUID));

  private final String table;
  private final List<LoopColumn> columns;

  LoopTable(String table, LoopColumn... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  List<LoopColumn> columns() {
    return columns;
  }

  private String names() {
    return String.join(", ", columns.stream().map(LoopColumn::name).toList());
  }

  String select() {
    return "SELECT " + names() + " FROM " + table;
  }

  String copy() {
    return "COPY " + table + " (" + names() + ") FROM STDIN";
  }

  String insert() {
    return "INSERT INTO "
        + table
        + " ("
        + names()
        + ") VALUES ("
        + String.join(", ", columns.stream().map(column -> "?").toList())
        + ")";
  }
}
