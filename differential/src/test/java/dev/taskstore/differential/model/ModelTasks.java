package dev.taskstore.differential.model;

import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.User;
import dev.taskstore.UserStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tasks. */
public final class ModelTasks extends ModelTable<Task, TaskDraft> {

  private static final String NAME = "tasks";
  private static final String COMPLETED_AT = "completed_at";
  private static final int LONGEST_SEARCH = 255;

  private static final ModelOrder<Task> NEWEST_FIRST =
      ModelOrder.of("tasks desc created_at id", List.of(Task::createdAt, Task::id), true);
  private static final ModelOrder<Task> OLDEST_FIRST =
      ModelOrder.of("tasks asc created_at id", List.of(Task::createdAt, Task::id), false);
  private static final ModelOrder<Task> BY_DUE_TIME =
      ModelOrder.of("tasks asc due_at id", List.of(Task::dueAt, Task::id), false);
  private static final ModelOrder<Task> BY_TITLE =
      ModelOrder.of("tasks asc title id", List.of(Task::title, Task::id), false);

  ModelTasks(ModelStore store, ModelTransactions transactions) {
    super(store, transactions, NAME);
  }

  @Override
  NavigableMap<UUID, Task> of(ModelRows all) {
    return all.tasks;
  }

  @Override
  void remove(UUID id) {
    transactions.rows().removeTask(id);
  }

  @Override
  UUID id(Task task) {
    return task.id();
  }

  @Override
  long version(Task task) {
    return task.version();
  }

  @Override
  Task complete(TaskDraft draft) {
    UUID user = Values.required(draft.userId());
    String title = Values.required(draft.title());
    TaskPriority priority = Values.required(draft.priority());
    TaskStatus status = Values.required(draft.status());
    UUID id = draft.id() != null ? draft.id() : newId();
    Instant created = draft.createdAt() != null ? draft.createdAt() : now();
    Instant updated = draft.updatedAt() != null ? draft.updatedAt() : created;
    return new Task(
        id,
        user,
        title,
        draft.description(),
        priority,
        status,
        created,
        updated,
        0,
        draft.dueAt(),
        draft.completedAt(),
        draft.assigneeId());
  }

  /** A task has a completion time if and only if it is completed. */
  @Override
  Task beforeWrite(Task task) {
    if (task.status() != TaskStatus.COMPLETED) {
      return task.with().completedAt(null).build();
    }
    return task.completedAt() != null ? task : task.with().completedAt(task.updatedAt()).build();
  }

  @Override
  void validate(Task task) {
    Values.checkText(NAME, "title", task.title(), 1, 255);
    Values.checkText(NAME, "description", task.description(), 0, 65_536);
    Values.checkInstant(NAME, "created_at", task.createdAt());
    Values.checkInstant(NAME, "updated_at", task.updatedAt());
    Values.checkInstant(NAME, "due_at", task.dueAt());
    Values.checkInstant(NAME, COMPLETED_AT, task.completedAt());
  }

  @Override
  Task touched(Task task) {
    return task.with().updatedAt(now()).version(task.version() + 1).build();
  }

  @Override
  Task overwritten(Task stored, Task task) {
    return task.with().createdAt(stored.createdAt()).build();
  }

  @Override
  Task upserted(Task stored, Task task) {
    throw new UnsupportedOperationException("tasks have no unique key besides the primary one");
  }

  @Override
  @Nullable ModelFailure refusalOf(Task task, @Nullable Task stored, Visibility visibility) {
    if (stored != null && !visibility.owns(stored)) {
      return stored.userId().equals(task.userId())
              && Objects.equals(stored.assigneeId(), task.assigneeId())
          ? null
          : transactions.refusals().keptColumns(NAME, List.of("user_id", "assignee_id"));
    }
    return visibility.owns(task) ? null : transactions.refusals().hiddenReference(NAME, "user_id");
  }

  @Override
  boolean isOwn(Task stored, Visibility visibility) {
    return visibility.owns(stored);
  }

  @Override
  void validate(Edit edit) {
    switch (edit.column()) {
      case "title" -> Values.checkText(NAME, "title", (String) required(edit), 1, 255);
      case "description" -> Values.checkText(NAME, "description", (String) edit.value(), 0, 65_536);
      case "assignee_id" -> {}
      case "due_at", COMPLETED_AT ->
          Values.checkInstant(NAME, edit.column(), (Instant) edit.value());
      default -> required(edit);
    }
  }

  private static Object required(Edit edit) {
    return Values.required(edit.value());
  }

  @Override
  List<Edit> beforeChange(List<Edit> edits) {
    Edit status = null;
    for (Edit edit : edits) {
      if (edit.column().equals(COMPLETED_AT)) {
        return edits;
      } else if (edit.column().equals("status")) {
        status = edit;
      }
    }
    if (status == null) {
      return edits;
    }
    List<Edit> all = new ArrayList<>(edits);
    all.add(new Edit(COMPLETED_AT, status.value() == TaskStatus.COMPLETED ? now() : null));
    return all;
  }

  @Override
  Task edited(Task task, Edit edit) {
    Object value = edit.value();
    Task.Builder builder = task.with();
    switch (edit.column()) {
      case "user_id" -> builder.userId((UUID) value);
      case "title" -> builder.title((String) value);
      case "description" -> builder.description((String) value);
      case "priority" -> builder.priority((TaskPriority) value);
      case "status" -> builder.status((TaskStatus) value);
      case "due_at" -> builder.dueAt((Instant) value);
      case COMPLETED_AT -> builder.completedAt((Instant) value);
      case "assignee_id" -> builder.assigneeId((UUID) value);
      default -> throw new IllegalArgumentException(edit.column());
    }
    return builder.build();
  }

  @Override
  void ensureChecked(Task task) {
    if ((task.status() == TaskStatus.COMPLETED) != (task.completedAt() != null)) {
      throw ModelFailure.check(NAME, "ck_tasks_completed_at");
    }
  }

  @Override
  void ensureAllowed(Task task) {
    ensureChecked(task);
    if (!transactions.rows().hasUser(task.userId())) {
      throw ModelFailure.foreignKey(NAME, "user_id");
    }
    if (task.assigneeId() != null && !transactions.rows().hasUser(task.assigneeId())) {
      throw ModelFailure.foreignKey(NAME, "assignee_id");
    }
  }

  private static boolean isOpen(Task task) {
    return task.status() != TaskStatus.COMPLETED;
  }

  public ModelPage<Task> findByUser(UUID user, ModelPage.Request request) {
    return page(NEWEST_FIRST, request, task -> task.userId().equals(user), NO_VALUES);
  }

  public long countByUser(UUID user) {
    return read(tasks -> tasks.stream().filter(task -> task.userId().equals(user)).count());
  }

  public ModelPage<Task> findByAssignee(UUID user, ModelPage.Request request) {
    return page(NEWEST_FIRST, request, task -> user.equals(task.assigneeId()), NO_VALUES);
  }

  public long countByAssignee(UUID user) {
    return read(tasks -> tasks.stream().filter(task -> user.equals(task.assigneeId())).count());
  }

  public ModelPage<Task> findOpenByAssignee(UUID user, ModelPage.Request request) {
    return page(
        NEWEST_FIRST, request, task -> isOpen(task) && user.equals(task.assigneeId()), NO_VALUES);
  }

  public ModelPage<Task> findWithoutAssignee(ModelPage.Request request) {
    return page(NEWEST_FIRST, request, task -> task.assigneeId() == null, NO_VALUES);
  }

  public ModelPage<Task> findNewest(ModelPage.Request request) {
    return page(NEWEST_FIRST, request, task -> true, NO_VALUES);
  }

  public ModelPage<Task> findOpenHighPriority(ModelPage.Request request) {
    return page(
        OLDEST_FIRST,
        request,
        task -> isOpen(task) && task.priority() == TaskPriority.HIGH,
        NO_VALUES);
  }

  public ModelPage<Task> findOverdue(ModelPage.Request request) {
    return findOpenDueBefore(now(), request);
  }

  public ModelPage<Task> findOpenDueBefore(Instant time, ModelPage.Request request) {
    Instant end = Values.stored(time);
    return page(
        BY_DUE_TIME,
        request,
        task -> isOpen(task) && task.dueAt() != null && task.dueAt().isBefore(end),
        () -> Values.checkParameter(time));
  }

  public ModelPage<Task> searchTitle(@Nullable String text, ModelPage.Request request) {
    checkSearch(text);
    return page(NEWEST_FIRST, request, task -> TitleMatch.contains(task.title(), text), NO_VALUES);
  }

  public ModelPage<Task> findByTitlePrefix(@Nullable String text, ModelPage.Request request) {
    checkSearch(text);
    return page(BY_TITLE, request, task -> task.title().startsWith(text), NO_VALUES);
  }

  private static void checkSearch(@Nullable String text) {
    Values.checkParameter(Values.required(text));
    int length = Values.length(text);
    if (length < 1 || length > LONGEST_SEARCH) {
      throw ModelFailure.invalid();
    }
  }

  public List<UserStatistics> statisticsByUser() {
    return store
        .users()
        .read(
            users ->
                users.stream()
                    .sorted(Comparator.comparing(User::username, Values::compare))
                    .map(this::statistics)
                    .toList());
  }

  private UserStatistics statistics(User user) {
    return new UserStatistics(
        user.id(),
        user.username(),
        count(user, TaskStatus.PENDING)
            + count(user, TaskStatus.IN_PROGRESS)
            + count(user, TaskStatus.COMPLETED),
        count(user, TaskStatus.PENDING),
        count(user, TaskStatus.IN_PROGRESS),
        count(user, TaskStatus.COMPLETED));
  }

  private long count(User user, TaskStatus status) {
    return rows().values().stream()
        .filter(task -> task.userId().equals(user.id()) && task.status() == status)
        .count();
  }

  /** Returns the rows that plain jOOQ finds. */
  public List<UUID> idsCreatedFrom(Instant time) {
    Instant begin = Values.stored(time);
    return read(
        tasks ->
            tasks.stream()
                .filter(task -> !task.createdAt().isBefore(begin))
                .map(Task::id)
                .toList());
  }
}
