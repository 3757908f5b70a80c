package dev.taskstore.bench.hibernate;

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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;

/** The operations in HQL with a stateless session. */
final class HibernateWorkloads implements Workloads<TaskState> {

  private static final int FETCH_SIZE = 500;

  private final HikariDataSource pool;
  private final SessionFactory factory;

  HibernateWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(PlainTask.class);
    configuration.addAnnotatedClass(TaggedTask.class);
    configuration.addAnnotatedClass(PlainTag.class);
    configuration.addAnnotatedClass(NamedUser.class);
    configuration.addAttributeConverter(PriorityConverter.class);
    configuration.addAttributeConverter(StatusConverter.class);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    if (kind == DatabaseKind.SQLITE) {
      configuration.addAttributeConverter(MicrosConverter.class);
      configuration.setProperty(
          AvailableSettings.DIALECT, "org.hibernate.community.dialect.SQLiteDialect");
      configuration.setProperty(AvailableSettings.PREFERRED_UUID_JDBC_TYPE, "BINARY");
    }
    this.factory = configuration.buildSessionFactory();
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
    return factory.fromStatelessSession(session -> session.get(PlainTask.class, id));
  }

  @Override
  public List<TaskState> newestOfUser(UUID userId) {
    return factory.fromStatelessSession(
        session ->
            page(
                session
                    .createSelectionQuery(
                        "from PlainTask where userId = :userId order by createdAt desc, id desc",
                        PlainTask.class)
                    .setParameter("userId", userId)));
  }

  private static List<TaskState> page(SelectionQuery<? extends TaskState> query) {
    return List.copyOf(query.setMaxResults(Workload.PAGE_SIZE).getResultList());
  }

  @Override
  public List<TaskState> deepPageByOffset(int offset) {
    return factory.fromStatelessSession(
        session ->
            page(
                session
                    .createSelectionQuery(
                        "from PlainTask order by createdAt desc, id desc", PlainTask.class)
                    .setFirstResult(offset)));
  }

  @Override
  public List<TaskState> openHighPriority() {
    return factory.fromStatelessSession(
        session ->
            page(
                session.createSelectionQuery(
                    "from PlainTask where priority = dev.taskstore.TaskPriority.HIGH"
                        + " and status <> dev.taskstore.TaskStatus.COMPLETED"
                        + " order by createdAt, id",
                    PlainTask.class)));
  }

  @Override
  public TaskState insert(Draft draft) {
    PlainTask task = new PlainTask(TaskRow.of(draft));
    factory.inStatelessTransaction(session -> session.insert(task));
    return task;
  }

  @Override
  public List<TaskState> insertAll(List<Draft> drafts) {
    List<TaskState> tasks = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> tasks.add(new PlainTask(TaskRow.of(draft))));
    factory.inStatelessTransaction(session -> session.insertMultiple(tasks));
    return tasks;
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return factory.fromStatelessTransaction(session -> load(session, drafts.iterator()));
  }

  private static long load(StatelessSession session, Iterator<Draft> drafts) {
    long count = 0;
    List<PlainTask> chunk = new ArrayList<>();
    while (drafts.hasNext()) {
      chunk.add(new PlainTask(TaskRow.of(drafts.next())));
      if (chunk.size() == Workload.THOUSAND || !drafts.hasNext()) {
        session.insertMultiple(chunk);
        count += chunk.size();
        chunk.clear();
      }
    }
    return count;
  }

  @Override
  public TaskState update(TaskState task, String title) {
    task.retitle(title, NewRowValues.now());
    factory.inStatelessTransaction(session -> session.update(task));
    return task;
  }

  @Override
  public List<UserCounts> statistics() {
    return factory.fromStatelessSession(
        session ->
            session
                .createSelectionQuery(
                    "select u.id, u.username, count(t.userId),"
                        + " count(t.userId) filter (where t.status = dev.taskstore.TaskStatus.PENDING),"
                        + " count(t.userId) filter (where t.status = dev.taskstore.TaskStatus.IN_PROGRESS),"
                        + " count(t.userId) filter (where t.status = dev.taskstore.TaskStatus.COMPLETED)"
                        + " from NamedUser u left join PlainTask t on t.userId = u.id"
                        + " group by u.id, u.username order by u.username",
                    UserCounts.class)
                .getResultList());
  }

  /** Limits cannot be combined with joins; therefore a second query reads the tags. */
  @Override
  public List<Tagged<TaskState>> newestOfUserWithTags(UUID userId) {
    return factory.fromSession(
        session -> {
          session.setDefaultReadOnly(true);
          List<Tagged<TaskState>> result = new ArrayList<>(Workload.PAGE_SIZE);
          session
              .createSelectionQuery(
                  "from TaggedTask where userId = :userId order by createdAt desc, id desc",
                  TaggedTask.class)
              .setParameter("userId", userId)
              .setMaxResults(Workload.PAGE_SIZE)
              .getResultList()
              .forEach(task -> result.add(new Tagged<>(task, task.tags())));
          return result;
        });
  }

  @Override
  public long stream() {
    return factory.fromStatelessTransaction(
        session -> {
          Digest digest = new Digest();
          try (Stream<PlainTask> tasks =
              session
                  .createSelectionQuery("from PlainTask order by id", PlainTask.class)
                  .setFetchSize(FETCH_SIZE)
                  .getResultStream()) {
            tasks.forEach(task -> digest.add(task.id(), task.title(), task.updatedAt()));
          }
          return digest.value();
        });
  }

  @Override
  public void delete(UUID id) {
    factory.inStatelessTransaction(
        session ->
            session
                .createMutationQuery("delete from PlainTask where id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}
