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
final class JooqDaoWorkloads implements Workloads<JooqTask> {

  /** The same code as jOOQ's generator produces. */
  private static final class TasksDao extends DAOImpl<TasksRecord, JooqTask, UUID> {

    TasksDao(Configuration configuration) {
      super(TASKS, JooqTask.class, configuration);
    }

    @Override
    public UUID getId(JooqTask task) {
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
  public TaskRow row(JooqTask task) {
    return task.row();
  }

  @Override
  public JooqTask findById(UUID id) {
    return dao.findById(id);
  }

  @Override
  public JooqTask insert(Draft draft) {
    JooqTask task = JooqTask.of(draft);
    dao.insert(task);
    return task;
  }

  @Override
  public List<JooqTask> insertAll(List<Draft> drafts) {
    List<JooqTask> tasks = drafts.stream().map(JooqTask::of).toList();
    dsl.transaction(transaction -> new TasksDao(transaction).insert(tasks));
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return dsl.transactionResult(
        transaction -> {
          TasksDao loader = new TasksDao(transaction);
          long count = 0;
          List<JooqTask> chunk = new ArrayList<>();
          for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
            chunk.add(JooqTask.of(iterator.next()));
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
