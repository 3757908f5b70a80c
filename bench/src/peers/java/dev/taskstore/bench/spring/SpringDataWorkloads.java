package dev.taskstore.bench.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.TagOfTask;
import dev.taskstore.bench.TagRow;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The operations through a repository. */
final class SpringDataWorkloads implements Workloads<SpringTask> {

  private static final Sort NEWEST_FIRST = Sort.by("createdAt", "id").descending();

  private final HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;
  private final SpringTasks tasks;
  private final TransactionTemplate transactions;

  SpringDataWorkloads(DatabaseKind kind, HikariDataSource pool) {
    this.pool = pool;
    this.context = new AnnotationConfigApplicationContext();
    context.registerBean(DatabaseKind.class, () -> kind);
    context.registerBean(DataSource.class, () -> pool);
    context.register(SpringConfiguration.class);
    context.refresh();
    this.tasks = context.getBean(SpringTasks.class);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  @Override
  public TaskRow row(SpringTask task) {
    return task.row();
  }

  @Override
  public SpringTask findById(UUID id) {
    return tasks.findById(id).orElse(null);
  }

  @Override
  public List<SpringTask> newestOfUser(UUID userId) {
    return tasks.findTop50ByUserIdOrderByCreatedAtDescIdDesc(userId);
  }

  @Override
  public List<SpringTask> deepPageByOffset(int offset) {
    return tasks.findAllBy(
        PageRequest.of(offset / Workload.PAGE_SIZE, Workload.PAGE_SIZE, NEWEST_FIRST));
  }

  @Override
  public List<SpringTask> openHighPriority() {
    return tasks.openHighPriority();
  }

  @Override
  public SpringTask insert(Draft draft) {
    return tasks.save(newTask(draft));
  }

  private static SpringTask newTask(Draft draft) {
    return SpringTask.of(TaskRow.of(draft), null);
  }

  @Override
  public List<SpringTask> insertAll(List<Draft> drafts) {
    List<SpringTask> fresh = drafts.stream().map(SpringDataWorkloads::newTask).toList();
    return Objects.requireNonNull(transactions.execute(status -> tasks.saveAll(fresh)));
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return Objects.requireNonNull(transactions.execute(status -> loadChunks(drafts.iterator())));
  }

  private Long loadChunks(Iterator<Draft> drafts) {
    long count = 0;
    List<SpringTask> chunk = new ArrayList<>();
    while (drafts.hasNext()) {
      chunk.add(newTask(drafts.next()));
      if (chunk.size() == Workload.THOUSAND || !drafts.hasNext()) {
        tasks.saveAll(chunk);
        count += chunk.size();
        chunk.clear();
      }
    }
    return count;
  }

  @Override
  public SpringTask update(SpringTask task, String title) {
    return tasks.save(SpringTask.of(task.row().retitled(title), task.version()));
  }

  @Override
  public List<UserCounts> statistics() {
    return tasks.statistics();
  }

  @Override
  public List<Tagged<SpringTask>> newestOfUserWithTags(UUID userId) {
    List<SpringTask> page = newestOfUser(userId);
    Map<UUID, List<TagRow>> tags =
        TagOfTask.byTask(tasks.tagsOf(page.stream().map(SpringTask::id).toList()));
    return page.stream()
        .map(task -> new Tagged<>(task, tags.getOrDefault(task.id(), List.of())))
        .toList();
  }

  @Override
  public long stream() {
    return Objects.requireNonNull(transactions.execute(status -> digest()));
  }

  private Long digest() {
    Digest digest = new Digest();
    try (Stream<SpringTask> all = tasks.streamAll()) {
      all.forEach(task -> digest.add(task.id(), task.title(), task.updatedAt()));
    }
    return digest.value();
  }

  @Override
  public void delete(UUID id) {
    tasks.deleteById(id);
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
