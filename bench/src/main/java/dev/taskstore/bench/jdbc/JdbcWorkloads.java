package dev.taskstore.bench.jdbc;

import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.NewRowValues;
import dev.taskstore.bench.Place;
import dev.taskstore.bench.StoredForms;
import dev.taskstore.bench.TagRow;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workloads;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The operations in plain JDBC. */
final class JdbcWorkloads implements Workloads<TaskRow> {

  private static final int FETCH_SIZE = 500;

  @FunctionalInterface
  private interface Work<R> {
    R run() throws SQLException;
  }

  private final DatabaseKind kind;
  private final ValueStorage forms;
  private final TaskColumns columns;
  private final Statements statements;

  JdbcWorkloads(DatabaseKind kind, Statements statements) {
    this.kind = kind;
    this.forms = StoredForms.of(kind);
    this.columns = new TaskColumns(forms);
    this.statements = statements;
  }

  @Override
  public TaskRow row(TaskRow task) {
    return task;
  }

  @Override
  public TaskRow findById(UUID id) {
    return checked(
        () ->
            statements.with(
                Sql.FIND_BY_ID,
                statement -> {
                  forms.setUuid(statement, 1, id);
                  try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? columns.read(row) : null;
                  }
                }));
  }

  @Override
  public List<TaskRow> newestOfUser(UUID userId) {
    return checked(
        () ->
            statements.with(
                Sql.NEWEST_OF_USER,
                statement -> {
                  forms.setUuid(statement, 1, userId);
                  return list(statement);
                }));
  }

  @Override
  public List<TaskRow> deepPage(Place place) {
    return checked(
        () ->
            statements.with(
                Sql.DEEP_PAGE,
                statement -> {
                  forms.setInstant(statement, 1, place.createdAt());
                  forms.setUuid(statement, 2, place.id());
                  return list(statement);
                }));
  }

  @Override
  public List<TaskRow> deepPageByOffset(int offset) {
    return checked(
        () ->
            statements.with(
                Sql.DEEP_PAGE_BY_OFFSET,
                statement -> {
                  statement.setInt(1, offset);
                  return list(statement);
                }));
  }

  @Override
  public List<TaskRow> openHighPriority() {
    return checked(() -> statements.with(Sql.OPEN_HIGH_PRIORITY, this::list));
  }

  private List<TaskRow> list(PreparedStatement statement) throws SQLException {
    List<TaskRow> tasks = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tasks.add(columns.read(row));
      }
    }
    return tasks;
  }

  @Override
  public TaskRow insert(Draft draft) {
    TaskRow task = TaskRow.of(draft);
    return checked(
        () ->
            statements.with(
                Sql.INSERT,
                statement -> {
                  columns.bind(statement, task);
                  statement.executeUpdate();
                  return task;
                }));
  }

  @Override
  public List<TaskRow> insertAll(List<Draft> drafts) {
    List<TaskRow> tasks = drafts.stream().map(TaskRow::of).toList();
    checked(
        () ->
            statements.inTransaction(
                Sql.INSERT,
                statement -> {
                  for (TaskRow task : tasks) {
                    columns.bind(statement, task);
                    statement.addBatch();
                  }
                  return statement.executeBatch();
                }));
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return checked(
        () ->
            kind == DatabaseKind.POSTGRES
                ? statements.inTransaction(connection -> CopyLines.load(connection, drafts))
                : statements.inTransaction(
                    Sql.INSERT, statement -> columns.insertEach(statement, drafts)));
  }

  @Override
  public TaskRow update(TaskRow task, String title) {
    TaskRow changed = task.retitled(title);
    int count =
        checked(
            () ->
                statements.with(
                    Sql.UPDATE,
                    statement -> {
                      columns.bindTitle(statement, changed, task.version());
                      return statement.executeUpdate();
                    }));
    if (count != 1) {
      throw new IllegalStateException("The task was modified concurrently");
    }
    return changed;
  }

  @Override
  public void upsertTags(List<String> names) {
    Instant now = NewRowValues.now();
    checked(
        () ->
            statements.inTransaction(
                Sql.UPSERT_TAG,
                statement -> {
                  for (String name : names) {
                    forms.setUuid(statement, 1, NewRowValues.id());
                    statement.setString(2, name);
                    forms.setInstant(statement, 3, now);
                    forms.setInstant(statement, 4, now);
                    statement.addBatch();
                  }
                  return statement.executeBatch();
                }));
  }

  @Override
  public List<UserCounts> statistics() {
    return checked(
        () ->
            statements.with(
                Sql.STATISTICS,
                statement -> {
                  List<UserCounts> counts = new ArrayList<>();
                  try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                      counts.add(
                          new UserCounts(
                              forms.getUuid(row, 1),
                              row.getString(2),
                              row.getLong(3),
                              row.getLong(4),
                              row.getLong(5),
                              row.getLong(6)));
                    }
                  }
                  return counts;
                }));
  }

  @Override
  public List<Tagged<TaskRow>> newestOfUserWithTags(UUID userId) {
    List<TaskRow> tasks = newestOfUser(userId);
    Map<UUID, List<TagRow>> tags =
        checked(() -> statements.with(Sql.TAGS_OF_PAGE, statement -> tags(statement, tasks)));
    return tasks.stream()
        .map(task -> new Tagged<>(task, tags.getOrDefault(task.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<TagRow>> tags(PreparedStatement statement, List<TaskRow> tasks)
      throws SQLException {
    for (int i = 0; i < tasks.size(); i++) {
      forms.setUuid(statement, i + 1, tasks.get(i).id());
    }
    Map<UUID, List<TagRow>> tags = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tags.computeIfAbsent(forms.getUuid(row, 1), id -> new ArrayList<>())
            .add(
                new TagRow(
                    forms.getUuid(row, 2),
                    row.getString(3),
                    forms.getInstant(row, 4),
                    forms.getInstant(row, 5),
                    row.getLong(6)));
      }
    }
    return tags;
  }

  /** The PostgreSQL driver uses a cursor only within a transaction. */
  @Override
  public long stream() {
    return checked(
        () ->
            statements.inTransaction(
                Sql.STREAM,
                statement -> {
                  statement.setFetchSize(FETCH_SIZE);
                  Digest digest = new Digest();
                  try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                      TaskRow task = columns.read(row);
                      digest.add(task.id(), task.title(), task.updatedAt());
                    }
                  }
                  return digest.value();
                }));
  }

  @Override
  public void delete(UUID id) {
    checked(
        () ->
            statements.with(
                Sql.DELETE,
                statement -> {
                  forms.setUuid(statement, 1, id);
                  return statement.executeUpdate();
                }));
  }

  @Override
  public void close() {
    checked(
        () -> {
          statements.close();
          return null;
        });
  }

  private static <R> R checked(Work<R> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
