package dev.taskstore.bench.jooq;

import static dev.taskstore.schema.Tables.TASKS;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.schema.tables.records.TasksRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.impl.DAOImpl;

/** The operations that a jOOQ DAO supports. */
final class JooqDaoWorkloads implements Workloads<TaskRow> {

  /** The same code as jOOQ's generator produces. */
  private static final class TasksDao extends DAOImpl<TasksRecord, TaskRow, UUID> {

    TasksDao(Configuration configuration) {
      super(TASKS, TaskRow.class, configuration);
    }

    @Override
    public UUID getId(TaskRow task) {
      return task.id();
    }
  }

  private final HikariDataSource pool;
  private final DSLContext dsl;
  private final TasksDao dao;

  JooqDaoWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    this.dsl = JooqContext.open(kind, pool);
    this.dao = new TasksDao(dsl.configuration());
  }

  @Override
  public TaskRow row(TaskRow task) {
    return task;
  }

  @Override
  public TaskRow findById(UUID id) {
    return dao.findById(id);
  }

  @Override
  public TaskRow insert(Draft draft) {
    TaskRow task = TaskRow.of(draft);
    dao.insert(task);
    return task;
  }

  @Override
  public List<TaskRow> insertAll(List<Draft> drafts) {
    List<TaskRow> tasks = drafts.stream().map(TaskRow::of).toList();
    dsl.transaction(transaction -> new TasksDao(transaction).insert(tasks));
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return dsl.transactionResult(
        transaction -> {
          TasksDao loader = new TasksDao(transaction);
          long count = 0;
          List<TaskRow> chunk = new ArrayList<>();
          for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
            chunk.add(TaskRow.of(iterator.next()));
            if (chunk.size() == Workload.THOUSAND || !iterator.hasNext()) {
              loader.insert(chunk);
              count += chunk.size();
              chunk.clear();
            }
          }
          return count;
        });
  }

  @Override
  public void delete(UUID id) {
    dao.deleteById(id);
  }

  @Override
  public void close() {
    pool.close();
  }
}
