package dev.taskstore.bench.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.NewRowValues;
import dev.taskstore.bench.StoredForms;
import dev.taskstore.bench.TagOfTask;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.db.spi.ValueStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The operations through a mapper. */
final class MyBatisWorkloads implements Workloads<TaskRow> {

  private final HikariDataSource pool;
  private final SqlSessionFactory sessions;

  MyBatisWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    Configuration configuration =
        new Configuration(new Environment("bench", new JdbcTransactionFactory(), pool));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    register(configuration, StoredForms.of(kind));
    configuration.addMapper(TaskMapper.class);
    this.sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  private static void register(Configuration configuration, ValueStorage forms) {
    var handlers = configuration.getTypeHandlerRegistry();
    handlers.register(
        UUID.class, new StoredTypeHandler<>(forms.uuidType(), forms::setUuid, forms::getUuid));
    handlers.register(
        Instant.class,
        new StoredTypeHandler<>(forms.instantType(), forms::setInstant, forms::getInstant));
    handlers.register(
        TaskPriority.class,
        new StoredTypeHandler<TaskPriority>(
            Types.VARCHAR,
            (statement, position, value) -> statement.setString(position, value.literal()),
            (row, column) -> TaskPriority.of(row.getString(column))));
    handlers.register(
        TaskStatus.class,
        new StoredTypeHandler<TaskStatus>(
            Types.VARCHAR,
            (statement, position, value) -> statement.setString(position, value.literal()),
            (row, column) -> TaskStatus.of(row.getString(column))));
  }

  @Override
  public TaskRow row(TaskRow task) {
    return task;
  }

  private <R> R committing(Function<TaskMapper, R> work) {
    try (SqlSession session = sessions.openSession(true)) {
      return work.apply(session.getMapper(TaskMapper.class));
    }
  }

  @Override
  public TaskRow findById(UUID id) {
    return committing(mapper -> mapper.findById(id));
  }

  @Override
  public List<TaskRow> newestOfUser(UUID userId) {
    return committing(mapper -> mapper.newestOfUser(userId));
  }

  @Override
  public List<TaskRow> deepPageByOffset(int offset) {
    return committing(mapper -> mapper.pageByOffset(offset));
  }

  @Override
  public List<TaskRow> openHighPriority() {
    return committing(TaskMapper::openHighPriority);
  }

  @Override
  public TaskRow insert(Draft draft) {
    TaskRow task = TaskRow.of(draft);
    try (SqlSession session = sessions.openSession(true)) {
      session.getMapper(TaskMapper.class).insert(task);
    }
    return task;
  }

  @Override
  public List<TaskRow> insertAll(List<Draft> drafts) {
    List<TaskRow> tasks = drafts.stream().map(TaskRow::of).toList();
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      TaskMapper mapper = session.getMapper(TaskMapper.class);
      tasks.forEach(mapper::insert);
      session.commit();
    }
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      TaskMapper mapper = session.getMapper(TaskMapper.class);
      long count = 0;
      for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
        mapper.insert(TaskRow.of(iterator.next()));
        if (++count % Workload.THOUSAND == 0) {
          session.flushStatements();
        }
      }
      session.commit();
      return count;
    }
  }

  @Override
  public TaskRow update(TaskRow task, String title) {
    TaskRow changed = task.retitled(title);
    int count = committing(mapper -> mapper.update(changed, task.version()));
    if (count != 1) {
      throw new IllegalStateException("The task was modified concurrently");
    }
    return changed;
  }

  @Override
  public void upsertTags(List<String> names) {
    Instant now = NewRowValues.now();
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      TaskMapper mapper = session.getMapper(TaskMapper.class);
      names.forEach(name -> mapper.upsertTag(NewRowValues.id(), name, now));
      session.commit();
    }
  }

  @Override
  public List<UserCounts> statistics() {
    return committing(TaskMapper::statistics);
  }

  @Override
  public List<Tagged<TaskRow>> newestOfUserWithTags(UUID userId) {
    return committing(
        mapper -> {
          List<TaskRow> tasks = mapper.newestOfUser(userId);
          return TagOfTask.tagged(tasks, mapper.tagsOf(tasks.stream().map(TaskRow::id).toList()));
        });
  }

  @Override
  public long stream() {
    Digest digest = new Digest();
    try (SqlSession session = sessions.openSession(false);
        Cursor<TaskRow> tasks = session.getMapper(TaskMapper.class).stream()) {
      tasks.forEach(task -> digest.add(task.id(), task.title(), task.updatedAt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.value();
  }

  @Override
  public void delete(UUID id) {
    try (SqlSession session = sessions.openSession(true)) {
      session.getMapper(TaskMapper.class).delete(id);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
