package dev.taskstore.dialect.postgres;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.UniqueViolationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests of many threads for random users, which record what a user must not see. */
final class ManyScopes {

  private static final int THREADS = 32;
  private static final int USERS = 10;
  private static final int TASKS_OF_A_USER = 3;
  private static final long MINUTES = 10;

  private final TaskStore store;
  private final Map<UUID, List<Task>> owned = new HashMap<>();
  private final List<UUID> users;
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger completed = new AtomicInteger();

  /**
   * Creates the rows.
   *
   * @param owner a store to which policies do not apply
   * @param store the store of the requests
   */
  ManyScopes(TaskStore owner, TaskStore store) {
    this.store = store;
    for (int i = 0; i < USERS; i++) {
      User user = owner.users().insert(PostgresStores.user("user" + i));
      List<Task> tasks = new ArrayList<>();
      for (int j = 0; j < TASKS_OF_A_USER; j++) {
        tasks.add(owner.tasks().insert(NewTask.of(user.id(), "task " + j)));
      }
      owned.put(user.id(), tasks);
    }
    this.users = List.copyOf(owned.keySet());
  }

  /** Returns descriptions of rows and changes that reached the wrong user. */
  Collection<String> leaks() {
    return leaks;
  }

  /** Returns the exceptions of calls that should have succeeded. */
  Collection<Throwable> failures() {
    return failures;
  }

  int completed() {
    return completed.get();
  }

  /** Runs a number of requests. */
  void run(int requests, long seed) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      SplittableRandom random = new SplittableRandom(seed);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        SplittableRandom own = random.split();
        all.add(threads.submit(() -> request(own)));
      }
      for (Future<?> request : all) {
        request.get();
      }
    } finally {
      threads.shutdown();
      threads.awaitTermination(MINUTES, TimeUnit.MINUTES);
    }
  }

  private void request(SplittableRandom random) {
    UUID user = users.get(random.nextInt(users.size()));
    UUID other = users.get(random.nextInt(users.size()));
    try (TaskScope scope = store.scopedTo(user)) {
      switch (random.nextInt(8)) {
        case 0 -> read(scope.tasks(), user, other);
        case 1 -> write(scope.tasks(), user);
        case 2 ->
            scope.transaction(
                tx -> {
                  read(tx.tasks(), user, other);
                  write(tx.tasks(), user);
                });
        case 3 -> stream(scope, user);
        case 4 -> fail(scope, user);
        case 5 -> nobody();
        case 6 -> list(scope.tasks(), user);
        default -> touch(scope.tasks(), user, other);
      }
      completed.incrementAndGet();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void read(TaskRepository tasks, UUID user, UUID other) {
    for (Task own : owned.get(user)) {
      expect(tasks.findById(own.id()).isPresent(), "an own task is hidden");
    }
    if (!other.equals(user)) {
      for (Task hidden : owned.get(other)) {
        expect(tasks.findById(hidden.id()).isEmpty(), "a task of somebody else is found");
      }
    }
    expect(tasks.count() >= TASKS_OF_A_USER, "own tasks are not counted");
  }

  private void list(TaskRepository tasks, UUID user) {
    expectOwn(tasks.findByUser(user, PageRequest.first(50)).items().stream(), user);
    expectOwn(tasks.findNewest(PageRequest.first(50)).items().stream(), user);
  }

  private void write(TaskRepository tasks, UUID user) {
    Task task = tasks.insert(NewTask.of(user, "short-lived"));
    Task changed = tasks.update(task.id(), task.version(), TaskChanges.none().title("changed"));
    expect(changed.userId().equals(user), "the owner of a task has changed");
    expect(tasks.deleteById(task.id()), "an own task is not deleted");
  }

  private void stream(TaskScope scope, UUID user) {
    try (Stream<Task> stream = scope.tasks().stream()) {
      expectOwn(stream, user);
    }
    expect(
        scope.tasks().insertAll(IntStream.range(0, 3).mapToObj(i -> many(user, i)).toList()).size()
            == 3,
        "own tasks are not inserted");
  }

  private static NewTask many(UUID user, int number) {
    return NewTask.of(user, "of many " + number);
  }

  private void fail(TaskScope scope, UUID user) {
    UUID taken = owned.get(user).get(0).id();
    try {
      scope.tasks().insert(NewTask.of(user, "again").id(taken));
      expect(false, "a key is not unique");
    } catch (UniqueViolationException e) {
      nobody();
    }
  }

  private void nobody() {
    expect(store.tasks().count() == 0, "tasks are visible without a principal");
    expect(store.users().count() == 0, "users are visible without a principal");
  }

  private void touch(TaskRepository tasks, UUID user, UUID other) {
    UUID target = owned.get(other).get(0).id();
    boolean deleted = tasks.deleteById(new UUID(target.getMostSignificantBits(), 0));
    expect(!deleted, "a task that does not exist is deleted");
    if (!other.equals(user)) {
      expect(!tasks.deleteById(target), "a task of somebody else is deleted");
    }
    expectOwn(tasks.findAllById(owned.get(user).stream().map(Task::id).toList()).stream(), user);
  }

  private void expectOwn(Stream<Task> tasks, UUID user) {
    List<UUID> owners = tasks.map(Task::userId).distinct().toList();
    expect(owners.equals(List.of(user)), "other tasks than those of the user are listed");
  }

  private void expect(boolean condition, String leak) {
    if (!condition) {
      leaks.add(leak);
    }
  }
}
