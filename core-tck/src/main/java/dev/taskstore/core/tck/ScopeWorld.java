package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TASK_SHARES;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of two users with tasks of the same titles, times, tags and shares. Ada is the principal
 * of the scopes; Bob is somebody else.
 */
final class ScopeWorld {

  static final UUID ADA = new UUID(1, 1);
  static final UUID BOB = new UUID(1, 2);
  static final UUID NOBODY = new UUID(1, 9);
  static final UUID MISSING = new UUID(9, 9);

  static final UUID X = new UUID(5, 1);
  static final UUID Y = new UUID(5, 2);

  /** A tag of Bob's tasks only. */
  static final UUID Z = new UUID(5, 3);

  static final List<UUID> USERS = List.of(ADA, BOB, NOBODY);
  static final List<UUID> TAGS = List.of(X, Y, Z, MISSING);

  /** Of both users, and a missing one. */
  static final List<UUID> TASKS =
      List.of(own(0), other(0), own(1), other(1), other(2), own(2), MISSING);

  private static final List<TaskStatus> STATUSES =
      List.of(TaskStatus.PENDING, TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED);
  private static final int TASKS_OF_USER = 3;

  private ScopeWorld() {}

  /** Returns the identifier of one of Ada's tasks. */
  static UUID own(int number) {
    return new UUID(2, number);
  }

  /** Returns the identifier of one of Bob's tasks. */
  static UUID other(int number) {
    return new UUID(3, number);
  }

  static User user(UUID id) {
    String name = name(id);
    return new User(
        id,
        name,
        name + "@example.com",
        PasswordHash.locked(),
        TaskStoreContract.START,
        TaskStoreContract.START,
        0);
  }

  private static String name(UUID id) {
    return id.equals(ADA) ? "ada" : id.equals(BOB) ? "bob" : "nobody";
  }

  /** Returns a task as it was inserted, or a missing one of Ada. */
  static Task task(UUID id) {
    UUID userId = id.getMostSignificantBits() == 3 ? BOB : ADA;
    int number = (int) id.getLeastSignificantBits() % TASKS_OF_USER;
    Instant createdAt = createdAt(number);
    TaskStatus status = STATUSES.get(number);
    return new Task(
        id,
        userId,
        "task " + number,
        null,
        TaskPriority.HIGH,
        status,
        createdAt,
        createdAt,
        0,
        TaskStoreContract.START.minus(Duration.ofHours(1 + number)),
        completedAt(status, createdAt),
        number == 1 ? userId : null);
  }

  private static Instant createdAt(int number) {
    return TaskStoreContract.START.plusSeconds(number);
  }

  private static @Nullable Instant completedAt(TaskStatus status, Instant createdAt) {
    return status == TaskStatus.COMPLETED ? createdAt : null;
  }

  static PageRequest page() {
    return PageRequest.first(2);
  }

  /** Fills the tables with the rows of Ada, and with those of Bob unless he does not exist. */
  static void fill(TaskStore store, boolean withBob) {
    insertUser(store, ADA);
    store
        .tags()
        .insertAll(List.of(NewTag.of("x").id(X), NewTag.of("y").id(Y), NewTag.of("z").id(Z)));
    for (int number = 0; number < TASKS_OF_USER; number++) {
      insertTask(store, own(number));
    }
    store.tasks().attachTags(own(0), List.of(X, Y));
    store.tasks().attachTags(own(1), List.of(X));
    store.tasks().attachCollaborators(own(0), List.of(ADA));
    if (withBob) {
      insertUser(store, BOB);
      for (int number = 0; number < TASKS_OF_USER; number++) {
        insertTask(store, other(number));
      }
      store.tasks().attachTags(other(0), List.of(X, Y, Z));
      store.tasks().attachTags(other(1), List.of(X));
      store.tasks().attachCollaborators(other(0), List.of(BOB));
    }
  }

  private static void insertUser(TaskStore store, UUID id) {
    User user = user(id);
    store.users().insert(NewUser.of(user.username(), user.email(), user.passwordHash()).id(id));
  }

  private static void insertTask(TaskStore store, UUID id) {
    Task task = task(id);
    store
        .tasks()
        .insert(
            NewTask.of(task.userId(), task.title())
                .id(id)
                .priority(task.priority())
                .status(task.status())
                .createdAt(task.createdAt())
                .updatedAt(task.updatedAt())
                .dueAt(task.dueAt())
                .assigneeId(task.assigneeId()));
  }

  /** Returns the rows that Ada sees, without the identifiers of tags. */
  static List<String> visibleRows(TaskStore store) {
    return rows(store, false);
  }

  /** Returns the rows that only Bob sees. */
  static List<String> hiddenRows(TaskStore store) {
    return rows(store, true);
  }

  private static List<String> rows(TaskStore store, boolean ofBob) {
    List<String> rows = new ArrayList<>();
    try (var users = store.users().stream()) {
      users.filter(user -> user.id().equals(BOB) == ofBob).forEach(user -> rows.add("" + user));
    }
    List<UUID> tasks = new ArrayList<>();
    try (var all = store.tasks().stream()) {
      all.filter(task -> task.userId().equals(BOB) == ofBob)
          .forEach(
              task -> {
                rows.add("" + task);
                tasks.add(task.id());
              });
    }
    TreeSet<String> names = new TreeSet<>();
    try (var tags = store.tags().stream()) {
      tags.forEach(tag -> names.add(tag.name() + " " + tag.version()));
    }
    rows.add(names.toString());
    store
        .tags()
        .findByTasks(tasks)
        .forEach((task, tags) -> rows.add(task + " " + tags.stream().map(Tag::name).toList()));
    rows.add("shares " + store.dsl().fetchCount(TASK_SHARES, TASK_SHARES.TASK_ID.in(tasks)));
    rows.add("links " + store.dsl().fetchCount(TASK_TAGS, TASK_TAGS.TASK_ID.in(tasks)));
    return rows;
  }
}
