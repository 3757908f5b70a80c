package dev.taskstore.bench.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.NewRowValues;
import dev.taskstore.bench.TagOfTask;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The operations in jdbi with its record mappers. */
final class JdbiWorkloads implements Workloads<TaskRow> {

  private static final int FETCH_SIZE = 500;

  private static final String SELECT =
      "SELECT id, user_id, title, description, priority, status, created_at, updated_at, version,"
          + " due_at, completed_at FROM tasks";

  private static final String INSERT =
      "INSERT INTO tasks (id, user_id, title, description, priority, status, created_at,"
          + " updated_at, version, due_at, completed_at) VALUES (:id, :userId, :title,"
          + " :description, :priority, :status, :createdAt, :updatedAt, :version, :dueAt,"
          + " :completedAt)";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  JdbiWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    StoredTypes.register(jdbi, kind);
    jdbi.registerRowMapper(ConstructorMapper.factory(TaskRow.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(UserCounts.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(TagOfTask.class));
  }

  @Override
  public TaskRow row(TaskRow task) {
    return task;
  }

  @Override
  public TaskRow findById(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .mapTo(TaskRow.class)
                .findOne()
                .orElse(null));
  }

  @Override
  public List<TaskRow> newestOfUser(UUID userId) {
    return jdbi.withHandle(handle -> newestOfUser(handle, userId));
  }

  private static List<TaskRow> newestOfUser(Handle handle, UUID userId) {
    return handle
        .createQuery(SELECT + " WHERE user_id = :userId ORDER BY created_at DESC, id DESC LIMIT 50")
        .bind("userId", userId)
        .mapTo(TaskRow.class)
        .list();
  }

  @Override
  public List<TaskRow> deepPageByOffset(int offset) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY created_at DESC, id DESC LIMIT 50 OFFSET :offset")
                .bind("offset", offset)
                .mapTo(TaskRow.class)
                .list());
  }

  @Override
  public List<TaskRow> openHighPriority() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " WHERE priority = 'high' AND status != 'completed'"
                        + " ORDER BY created_at, id LIMIT 50")
                .mapTo(TaskRow.class)
                .list());
  }

  @Override
  public TaskRow insert(Draft draft) {
    TaskRow task = TaskRow.of(draft);
    jdbi.useHandle(handle -> handle.createUpdate(INSERT).bindMethods(task).execute());
    return task;
  }

  @Override
  public List<TaskRow> insertAll(List<Draft> drafts) {
    List<TaskRow> tasks = drafts.stream().map(TaskRow::of).toList();
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(INSERT);
          tasks.forEach(task -> batch.bindMethods(task).add());
          batch.execute();
        });
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return jdbi.inTransaction(
        handle -> {
          long count = 0;
          PreparedBatch batch = handle.prepareBatch(INSERT);
          for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
            batch.bindMethods(TaskRow.of(iterator.next())).add();
            count++;
            if (batch.size() == Workload.THOUSAND || !iterator.hasNext()) {
              batch.execute();
            }
          }
          return count;
        });
  }

  @Override
  public TaskRow update(TaskRow task, String title) {
    TaskRow changed = task.retitled(title);
    int count =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE tasks SET title = :title, updated_at = :updatedAt, version ="
                            + " :version WHERE id = :id AND version = :oldVersion")
                    .bindMethods(changed)
                    .bind("oldVersion", task.version())
                    .execute());
    if (count != 1) {
      throw new IllegalStateException("The task was modified concurrently");
    }
    return changed;
  }

  @Override
  public void upsertTags(List<String> names) {
    Instant now = NewRowValues.now();
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO tags (id, name, created_at, updated_at, version) VALUES (:id, :name,"
                      + " :now, :now, 0) ON CONFLICT (name) DO UPDATE SET updated_at ="
                      + " excluded.updated_at, version = tags.version + 1");
          for (String name : names) {
            batch.bind("id", NewRowValues.id()).bind("name", name).bind("now", now).add();
          }
          batch.execute();
        });
  }

  @Override
  public List<UserCounts> statistics() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT users.id AS user_id, users.username, count(tasks.user_id) AS total,"
                        + " count(tasks.user_id) FILTER (WHERE tasks.status = 'pending') AS pending,"
                        + " count(tasks.user_id) FILTER (WHERE tasks.status = 'in_progress') AS"
                        + " in_progress, count(tasks.user_id) FILTER (WHERE tasks.status ="
                        + " 'completed') AS completed FROM users LEFT JOIN tasks ON tasks.user_id ="
                        + " users.id GROUP BY users.id, users.username ORDER BY users.username")
                .mapTo(UserCounts.class)
                .list());
  }

  @Override
  public List<Tagged<TaskRow>> newestOfUserWithTags(UUID userId) {
    return jdbi.withHandle(
        handle -> {
          List<TaskRow> tasks = newestOfUser(handle, userId);
          List<TagOfTask> tags =
              handle
                  .createQuery(
                      "SELECT task_tags.task_id, tags.id, tags.name, tags.created_at,"
                          + " tags.updated_at, tags.version FROM task_tags JOIN tags ON tags.id ="
                          + " task_tags.tag_id WHERE task_tags.task_id IN (<ids>) ORDER BY"
                          + " tags.name")
                  .bindList("ids", tasks.stream().map(TaskRow::id).toList())
                  .mapTo(TagOfTask.class)
                  .list();
          return TagOfTask.tagged(tasks, tags);
        });
  }

  @Override
  public long stream() {
    return jdbi.inTransaction(
        handle -> {
          Digest digest = new Digest();
          handle
              .createQuery(SELECT + " ORDER BY id")
              .setFetchSize(FETCH_SIZE)
              .mapTo(TaskRow.class)
              .useStream(
                  tasks ->
                      tasks.forEach(task -> digest.add(task.id(), task.title(), task.updatedAt())));
          return digest.value();
        });
  }

  @Override
  public void delete(UUID id) {
    jdbi.useHandle(
        handle -> handle.createUpdate("DELETE FROM tasks WHERE id = :id").bind("id", id).execute());
  }

  @Override
  public void close() {
    pool.close();
  }
}
