package dev.taskstore.bench.jdbc;

import java.util.Collections;

/** The SQL statements with positional parameters, for libraries that use hand-written SQL. */
public final class Sql {

  private static final String COLUMNS =
      "id, user_id, title, description, priority, status, created_at, updated_at, version, due_at,"
          + " completed_at";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM tasks";

  public static final String FIND_BY_ID = SELECT + " WHERE id = ?";

  public static final String NEWEST_OF_USER =
      SELECT + " WHERE user_id = ? ORDER BY created_at DESC, id DESC LIMIT 50";

  public static final String DEEP_PAGE =
      SELECT + " WHERE (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT 50";

  public static final String DEEP_PAGE_BY_OFFSET =
      SELECT + " ORDER BY created_at DESC, id DESC LIMIT 50 OFFSET ?";

  public static final String OPEN_HIGH_PRIORITY =
      SELECT
          + " WHERE priority = 'high' AND status <> 'completed' ORDER BY created_at, id LIMIT 50";

  public static final String INSERT =
      "INSERT INTO tasks (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  public static final String COPY = "COPY tasks (" + COLUMNS + ") FROM STDIN";

  public static final String UPDATE =
      "UPDATE tasks SET title = ?, updated_at = ?, version = ? WHERE id = ? AND version = ?";

  public static final String UPSERT_TAG =
      "INSERT INTO tags (id, name, created_at, updated_at, version) VALUES (?, ?, ?, ?, 0)"
          + " ON CONFLICT (name) DO UPDATE SET updated_at = excluded.updated_at,"
          + " version = tags.version + 1";

  public static final String STATISTICS =
      "SELECT users.id, users.username, count(tasks.user_id),"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'pending'),"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'in_progress'),"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'completed')"
          + " FROM users LEFT JOIN tasks ON tasks.user_id = users.id"
          + " GROUP BY users.id, users.username ORDER BY users.username";

  public static final String TAGS_OF_PAGE =
      "SELECT task_tags.task_id, tags.id, tags.name, tags.created_at, tags.updated_at, tags.version"
          + " FROM task_tags JOIN tags ON tags.id = task_tags.tag_id WHERE task_tags.task_id IN ("
          + String.join(", ", Collections.nCopies(50, "?"))
          + ") ORDER BY tags.name";

  public static final String STREAM = SELECT + " ORDER BY id";

  public static final String DELETE = "DELETE FROM tasks WHERE id = ?";

  private Sql() {}
}
