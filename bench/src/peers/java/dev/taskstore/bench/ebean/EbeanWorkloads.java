package dev.taskstore.bench.ebean;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.NewRowValues;
import dev.taskstore.bench.TagRow;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.bench.jdbc.Sql;
import io.ebean.Database;
import io.ebean.ExpressionList;
import io.ebean.Query;
import io.ebean.SqlUpdate;
import io.ebean.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The operations with Ebean queries, or SQL if Ebean has no query for them. */
final class EbeanWorkloads implements Workloads<TaskState> {

  private static final String NEWEST_FIRST = "createdAt desc, id desc";

  private final HikariDataSource pool;
  private final Database database;

  EbeanWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    this.database = EbeanDatabase.open(kind, pool);
  }

  @Override
  public TaskRow row(TaskState task) {
    return task.row();
  }

  @Override
  public TagRow tag(Object tag) {
    return ((PlainTag) tag).row();
  }

  @Override
  public TaskState findById(UUID id) {
    return database.find(PlainTask.class, id);
  }

  private Query<PlainTask> tasks() {
    return database.find(PlainTask.class).setUnmodifiable(true);
  }

  @Override
  public List<TaskState> newestOfUser(UUID userId) {
    return page(tasks().where().eq("userId", userId).orderBy(NEWEST_FIRST));
  }

  private static List<TaskState> page(ExpressionList<PlainTask> query) {
    return List.copyOf(query.setMaxRows(Workload.PAGE_SIZE).findList());
  }

  @Override
  public List<TaskState> deepPageByOffset(int offset) {
    return page(tasks().where().orderBy(NEWEST_FIRST).setFirstRow(offset));
  }

  /** Uses literals in the SQL, so that the database can use its partial index. */
  @Override
  public List<TaskState> openHighPriority() {
    return page(
        tasks()
            .where()
            .raw("priority = 'high' and status <> 'completed'")
            .orderBy("createdAt, id"));
  }

  @Override
  public TaskState insert(Draft draft) {
    PlainTask task = new PlainTask(TaskRow.of(draft));
    database.insert(task);
    return task;
  }

  @Override
  public List<TaskState> insertAll(List<Draft> drafts) {
    List<TaskState> tasks = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> tasks.add(new PlainTask(TaskRow.of(draft))));
    database.insertAll(tasks);
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    try (Transaction transaction = database.beginTransaction()) {
      long count = 0;
      List<PlainTask> chunk = new ArrayList<>();
      for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
        chunk.add(new PlainTask(TaskRow.of(iterator.next())));
        if (chunk.size() == Workload.THOUSAND || !iterator.hasNext()) {
          database.insertAll(chunk);
          count += chunk.size();
          chunk.clear();
        }
      }
      transaction.commit();
      return count;
    }
  }

  @Override
  public TaskState update(TaskState task, String title) {
    task.retitle(title, NewRowValues.now());
    database.update(task);
    return task;
  }

  @Override
  public void upsertTags(List<String> names) {
    Instant now = NewRowValues.now();
    try (Transaction transaction = database.beginTransaction()) {
      SqlUpdate upsert = database.sqlUpdate(Sql.UPSERT_TAG);
      for (String name : names) {
        upsert.setParameters(NewRowValues.id(), name, now, now).addBatch();
      }
      upsert.executeBatch();
      transaction.commit();
    }
  }

  @Override
  public List<UserCounts> statistics() {
    return database.findDto(UserCounts.class, Sql.STATISTICS).findList();
  }

  /** Limits cannot be combined with joins; therefore a second query reads the tags. */
  @Override
  public List<Tagged<TaskState>> newestOfUserWithTags(UUID userId) {
    List<Tagged<TaskState>> result = new ArrayList<>(Workload.PAGE_SIZE);
    database
        .find(TaggedTask.class)
        .setUnmodifiable(true)
        .fetchQuery("tags")
        .where()
        .eq("userId", userId)
        .orderBy(NEWEST_FIRST)
        .setMaxRows(Workload.PAGE_SIZE)
        .findList()
        .forEach(task -> result.add(new Tagged<>(task, task.tags())));
    return result;
  }

  @Override
  public long stream() {
    try (Transaction transaction = database.beginTransaction()) {
      Digest digest = new Digest();
      tasks().orderBy("id").findEach(task -> digest.add(task.id(), task.title(), task.updatedAt()));
      transaction.commit();
      return digest.value();
    }
  }

  @Override
  public void delete(UUID id) {
    database.delete(PlainTask.class, id);
  }

  @Override
  public void close() {
    database.shutdown(false, false);
    pool.close();
  }
}
