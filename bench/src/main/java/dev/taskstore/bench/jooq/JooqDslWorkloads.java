package dev.taskstore.bench.jooq;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.NewRowValues;
import dev.taskstore.bench.Place;
import dev.taskstore.bench.TagRow;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The operations in jOOQ's DSL. */
final class JooqDslWorkloads implements Workloads<TaskRow> {

  private static final int BATCH = 1_000;
  private static final int FETCH_SIZE = 500;

  private final HikariDataSource pool;
  private final DSLContext dsl;

  JooqDslWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    this.dsl = JooqContext.open(kind, pool);
  }

  @Override
  public TaskRow row(TaskRow task) {
    return task;
  }

  @Override
  public TaskRow findById(UUID id) {
    return TaskRows.select(dsl).where(TASKS.ID.eq(id)).fetchOne(Records.mapping(TaskRow::new));
  }

  @Override
  public List<TaskRow> newestOfUser(UUID userId) {
    return TaskRows.select(dsl)
        .where(TASKS.USER_ID.eq(userId))
        .orderBy(TASKS.CREATED_AT.desc(), TASKS.ID.desc())
        .limit(Workload.PAGE_SIZE)
        .fetch(Records.mapping(TaskRow::new));
  }

  @Override
  public List<TaskRow> deepPage(Place place) {
    return TaskRows.select(dsl)
        .orderBy(TASKS.CREATED_AT.desc(), TASKS.ID.desc())
        .seek(place.createdAt(), place.id())
        .limit(Workload.PAGE_SIZE)
        .fetch(Records.mapping(TaskRow::new));
  }

  @Override
  public List<TaskRow> deepPageByOffset(int offset) {
    return TaskRows.select(dsl)
        .orderBy(TASKS.CREATED_AT.desc(), TASKS.ID.desc())
        .limit(Workload.PAGE_SIZE)
        .offset(offset)
        .fetch(Records.mapping(TaskRow::new));
  }

  @Override
  public List<TaskRow> openHighPriority() {
    return TaskRows.select(dsl)
        .where(TASKS.PRIORITY.eq(DSL.inline(TaskPriority.HIGH, TASKS.PRIORITY)))
        .and(TASKS.STATUS.ne(DSL.inline(TaskStatus.COMPLETED, TASKS.STATUS)))
        .orderBy(TASKS.CREATED_AT, TASKS.ID)
        .limit(Workload.PAGE_SIZE)
        .fetch(Records.mapping(TaskRow::new));
  }

  @Override
  public TaskRow insert(Draft draft) {
    TaskRow task = TaskRow.of(draft);
    TaskRows.insert(dsl, task).execute();
    return task;
  }

  @Override
  public List<TaskRow> insertAll(List<Draft> drafts) {
    List<TaskRow> tasks = drafts.stream().map(TaskRow::of).toList();
    dsl.transaction(transaction -> insertBatch(transaction.dsl(), tasks));
    return tasks;
  }

  private static void insertBatch(DSLContext dsl, List<TaskRow> tasks) {
    BatchBindStep batch = dsl.batch(TaskRows.insert(dsl, tasks.get(0)));
    for (TaskRow task : tasks) {
      batch = batch.bind(TaskRows.values(task));
    }
    batch.execute();
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return dsl.transactionResult(
        transaction -> {
          long count = 0;
          List<TaskRow> chunk = new ArrayList<>(BATCH);
          for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
            chunk.add(TaskRow.of(iterator.next()));
            if (chunk.size() == BATCH || !iterator.hasNext()) {
              insertBatch(transaction.dsl(), chunk);
              count += chunk.size();
              chunk.clear();
            }
          }
          return count;
        });
  }

  @Override
  public TaskRow update(TaskRow task, String title) {
    TaskRow changed = task.retitled(title);
    int count =
        dsl.update(TASKS)
            .set(TASKS.TITLE, changed.title())
            .set(TASKS.UPDATED_AT, changed.updatedAt())
            .set(TASKS.VERSION, changed.version())
            .where(TASKS.ID.eq(task.id()))
            .and(TASKS.VERSION.eq(task.version()))
            .execute();
    if (count != 1) {
      throw new IllegalStateException("The task was modified concurrently");
    }
    return changed;
  }

  @Override
  public void upsertTags(List<String> names) {
    Instant now = NewRowValues.now();
    dsl.transaction(
        transaction -> {
          BatchBindStep batch =
              transaction
                  .dsl()
                  .batch(
                      transaction
                          .dsl()
                          .insertInto(TAGS)
                          .columns(
                              TAGS.ID, TAGS.NAME, TAGS.CREATED_AT, TAGS.UPDATED_AT, TAGS.VERSION)
                          .values(NewRowValues.id(), names.get(0), now, now, 0L)
                          .onConflict(TAGS.NAME)
                          .doUpdate()
                          .set(TAGS.UPDATED_AT, DSL.excluded(TAGS.UPDATED_AT))
                          .set(TAGS.VERSION, TAGS.VERSION.plus(DSL.inline(1L))));
          for (String name : names) {
            batch = batch.bind(NewRowValues.id(), name, now, now, 0L);
          }
          batch.execute();
        });
  }

  @Override
  public List<UserCounts> statistics() {
    return dsl.select(
            USERS.ID,
            USERS.USERNAME,
            DSL.count(TASKS.USER_ID),
            countOf(TaskStatus.PENDING),
            countOf(TaskStatus.IN_PROGRESS),
            countOf(TaskStatus.COMPLETED))
        .from(USERS)
        .leftJoin(TASKS)
        .on(TASKS.USER_ID.eq(USERS.ID))
        .groupBy(USERS.ID, USERS.USERNAME)
        .orderBy(USERS.USERNAME)
        .fetch(
            row ->
                new UserCounts(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  private static Field<Integer> countOf(TaskStatus status) {
    return DSL.count(TASKS.USER_ID).filterWhere(TASKS.STATUS.eq(DSL.inline(status, TASKS.STATUS)));
  }

  @Override
  public List<Tagged<TaskRow>> newestOfUserWithTags(UUID userId) {
    List<TaskRow> tasks = newestOfUser(userId);
    Map<UUID, List<TagRow>> tags =
        dsl.select(
                TASK_TAGS.TASK_ID,
                TAGS.ID,
                TAGS.NAME,
                TAGS.CREATED_AT,
                TAGS.UPDATED_AT,
                TAGS.VERSION)
            .from(TASK_TAGS)
            .join(TAGS)
            .on(TAGS.ID.eq(TASK_TAGS.TAG_ID))
            .where(TASK_TAGS.TASK_ID.in(tasks.stream().map(TaskRow::id).toList()))
            .orderBy(TAGS.NAME)
            .fetchGroups(
                TASK_TAGS.TASK_ID,
                row ->
                    new TagRow(
                        row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    return tasks.stream()
        .map(task -> new Tagged<>(task, tags.getOrDefault(task.id(), List.of())))
        .toList();
  }

  @Override
  public long stream() {
    return dsl.transactionResult(
        transaction -> {
          Digest digest = new Digest();
          try (Cursor<? extends Record> rows =
              TaskRows.select(transaction.dsl())
                  .orderBy(TASKS.ID)
                  .fetchSize(FETCH_SIZE)
                  .fetchLazy()) {
            while (rows.hasNext()) {
              TaskRow task = TaskRows.row(rows.fetchNext());
              digest.add(task.id(), task.title(), task.updatedAt());
            }
          }
          return digest.value();
        });
  }

  @Override
  public void delete(UUID id) {
    dsl.deleteFrom(TASKS).where(TASKS.ID.eq(id)).execute();
  }

  @Override
  public void close() {
    pool.close();
  }
}
