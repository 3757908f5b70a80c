package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.schema.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls of one thread: every kind of call, including failing ones. */
final class SoakWorkload {

  private static final int MOST_TASKS = 300;
  private static final List<TaskPriority> PRIORITIES = List.of(TaskPriority.values());
  private static final TransactionOptions READ_ONLY = TransactionOptions.defaults().readOnly();

  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final TaskStore store;
  private final Random random;
  private final User user;
  private final List<Runnable> calls =
      List.of(
          this::insert,
          this::insertAll,
          this::load,
          this::update,
          this::updateStale,
          this::upsert,
          this::delete,
          this::tag,
          this::turnPages,
          this::search,
          this::count,
          this::stream,
          this::streamInTransaction,
          this::readById,
          this::failTransaction,
          this::failNested,
          this::breakConstraints,
          this::breakRules,
          this::useJooq);

  SoakWorkload(TaskStore store, String name, Random random) {
    this.store = store;
    this.random = random;
    this.user = store.users().insert(NewUser.of(name, name, PasswordHash.locked()));
    insertAll();
  }

  /** Makes a call and bounds the number of rows. */
  void step() {
    calls.get(random.nextInt(calls.size())).run();
    if (store.tasks().countByUser(user.id()) > MOST_TASKS) {
      store.tasks().deleteAllById(newest(200).stream().map(Task::id).toList());
    }
  }

  private NewTask draft() {
    return NewTask.of(user.id(), "Task " + random.nextInt(1_000))
        .description("x".repeat(random.nextInt(200)))
        .priority(PRIORITIES.get(random.nextInt(PRIORITIES.size())));
  }

  private List<NewTask> drafts(int count) {
    return IntStream.range(0, count).mapToObj(i -> draft()).toList();
  }

  private List<Task> newest(int count) {
    return store.tasks().findByUser(user.id(), PageRequest.first(count)).items();
  }

  private Task anyTask() {
    List<Task> tasks = newest(1 + random.nextInt(20));
    return tasks.isEmpty() ? insertOne() : tasks.get(tasks.size() - 1);
  }

  private Task insertOne() {
    return store.tasks().insert(draft());
  }

  private void insert() {
    Task task = insertOne();
    assertThat(store.tasks().findById(task.id())).contains(task);
  }

  private void insertAll() {
    assertThat(store.tasks().insertAll(drafts(1 + random.nextInt(20)))).isNotEmpty();
  }

  private void load() {
    assertThat(store.tasks().load(drafts(50).stream())).isEqualTo(50);
  }

  private void update() {
    Task task = anyTask();
    store.tasks().complete(task.id());
    store.tasks().reopen(task.id());
    store
        .tasks()
        .update(task.id(), TaskChanges.none().dueAt(Instant.now().minus(Duration.ofDays(1))));
  }

  private void updateStale() {
    Task task = anyTask();
    store.tasks().start(task.id());
    assertThatThrownBy(() -> store.tasks().update(task.with().title("late").build()))
        .isInstanceOf(StaleEntityException.class);
    assertThatThrownBy(() -> store.tasks().updateAll(List.of(task)))
        .isInstanceOf(StaleEntityException.class);
  }

  private void upsert() {
    String name = user.username() + " " + random.nextInt(5);
    store.users().upsertByUsername(NewUser.of(name, name, PasswordHash.locked()));
  }

  private void delete() {
    store.tasks().delete(insertOne());
    assertThat(store.tasks().deleteById(UUID.randomUUID())).isFalse();
  }

  private void tag() {
    Task task = anyTask();
    String tag = "tag " + random.nextInt(20);
    store.tags().attach(task.id(), tag, "urgent");
    assertThat(store.tasks().withTags(List.of(task)).get(0).tags()).isNotEmpty();
    store.tags().detach(task.id(), tag);
    store.tags().statistics();
  }

  private void turnPages() {
    PageRequest first = PageRequest.first(1 + random.nextInt(50));
    Page<Task> page = store.tasks().findByUser(user.id(), first);
    page.next().ifPresent(next -> store.tasks().findByUser(user.id(), next));
    store.tasks().withTags(store.tasks().findOpenHighPriority(first));
    store.tasks().findOverdue(first);
  }

  private void search() {
    PageRequest first = PageRequest.first(10);
    store.tasks().searchTitle("k " + random.nextInt(1_000), first);
    store.tasks().findByTitlePrefix("Task " + random.nextInt(10), first);
  }

  private void count() {
    store.tasks().count();
    assertThat(store.tasks().statisticsByUser()).isNotEmpty();
  }

  private void stream() {
    try (Stream<Task> tasks = store.tasks().stream()) {
      assertThat(tasks.limit(random.nextInt(10))).doesNotContainNull();
    }
    assertThatThrownBy(
            () -> {
              try (Stream<Task> tasks = store.tasks().stream()) {
                tasks.forEach(
                    task -> {
                      throw new Unwanted();
                    });
                throw new Unwanted(); // there was no task
              }
            })
        .isInstanceOf(Unwanted.class);
  }

  private void streamInTransaction() {
    store.transaction(
        READ_ONLY,
        tx -> {
          try (Stream<Task> tasks = tx.tasks().where(Tables.TASKS.USER_ID.eq(user.id())).stream()) {
            assertThat(tasks.count()).isEqualTo(tx.tasks().countByUser(user.id()));
          }
        });
  }

  private void readById() {
    List<UUID> keys = newest(1 + random.nextInt(100)).stream().map(Task::id).toList();
    assertThat(store.tasks().findAllById(keys)).hasSize(keys.size());
  }

  private void failTransaction() {
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.tasks().insert(draft());
                      throw new Unwanted();
                    }))
        .isInstanceOf(Unwanted.class);
  }

  private void failNested() {
    store.transaction(
        tx -> {
          tx.tasks().insert(draft());
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> inner.tasks().insert(NewTask.of(UUID.randomUUID(), "lost"))))
              .isInstanceOf(ForeignKeyViolationException.class);
          tx.tasks().insert(draft());
        });
  }

  private void breakConstraints() {
    NewUser taken = NewUser.of(user.username(), "other " + user.email(), PasswordHash.locked());
    assertThatThrownBy(() -> store.users().insert(taken))
        .isInstanceOf(UniqueViolationException.class);
    assertThatThrownBy(() -> store.users().insertAll(List.of(taken)))
        .isInstanceOf(UniqueViolationException.class);
    assertThatThrownBy(() -> store.users().load(Stream.of(taken)))
        .isInstanceOf(UniqueViolationException.class);
  }

  private void breakRules() {
    assertThatThrownBy(() -> store.tasks().insert(NewTask.of(user.id(), "")))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> store.dsl().fetch("select * from nowhere"))
        .isInstanceOf(SchemaOutOfDateException.class);
  }

  private void useJooq() {
    List<UUID> ids =
        store
            .dsl()
            .select(Tables.TASKS.ID)
            .from(Tables.TASKS)
            .where(Tables.TASKS.USER_ID.eq(user.id()))
            .limit(1 + random.nextInt(50))
            .fetch(Tables.TASKS.ID);
    assertThat(store.tasks().where(Tables.TASKS.ID.in(ids)).list()).hasSize(ids.size());
  }
}
