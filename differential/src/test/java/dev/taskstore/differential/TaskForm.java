package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStatus;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.differential.model.ModelTasks;
import dev.taskstore.differential.model.TaskDraft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of tasks. */
final class TaskForm implements Form<Task, TaskDraft, NewTask, TaskChanges> {

  static final List<Column<Task, ?>> COLUMNS =
      List.of(
          Column.of(TASKS.ID, Task::id, Draw::taskId),
          Column.of(TASKS.USER_ID, Task::userId, Draw::userId),
          Column.of(TASKS.TITLE, Task::title, TaskForm::title),
          Column.of(TASKS.DESCRIPTION, Task::description, draw -> draw.text(Texts.TITLES, 300)),
          Column.of(TASKS.PRIORITY, Task::priority, TaskForm::priority, TaskPriority::literal),
          Column.of(TASKS.STATUS, Task::status, TaskForm::status, TaskStatus::literal),
          Column.of(TASKS.CREATED_AT, Task::createdAt, Draw::instant),
          Column.of(TASKS.UPDATED_AT, Task::updatedAt, Draw::instant),
          Column.of(TASKS.VERSION, Task::version, draw -> (long) draw.between(0, 3)),
          Column.of(TASKS.DUE_AT, Task::dueAt, Draw::instant),
          Column.of(TASKS.COMPLETED_AT, Task::completedAt, Draw::instant),
          Column.of(TASKS.ASSIGNEE_ID, Task::assigneeId, Draw::userId));

  static String title(Draw draw) {
    return draw.text(Texts.TITLES, 255);
  }

  private static TaskPriority priority(Draw draw) {
    return draw.pick(List.of(TaskPriority.values()));
  }

  private static TaskStatus status(Draw draw) {
    return draw.pick(List.of(TaskStatus.values()));
  }

  private static @Nullable String description(Draw draw) {
    int roll = draw.between(0, 999);
    if (roll < 500) {
      return null;
    } else if (roll < 990) {
      return draw.chance(10) ? "" : draw.text(Texts.TITLES, 300);
    }
    return draw.pick(List.of("a", "\ud83d\ude00")).repeat(65_536 + draw.between(0, 1));
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public TaskRepository repository(TaskSession session) {
    return session.tasks();
  }

  @Override
  public ModelTasks table(ModelStore store) {
    return store.tasks();
  }

  @Override
  public TaskDraft draft(Draw draw) {
    return new TaskDraft(
        draw.sometimes(8, draw::taskId),
        draw.rarely() ? null : draw.userId(),
        draw.rarely() ? null : title(draw),
        description(draw),
        draw.rarely() ? null : priority(draw),
        draw.rarely() ? null : status(draw),
        draw.sometimes(25, draw::instant),
        draw.sometimes(10, draw::instant),
        draw.sometimes(60, draw::instant),
        draw.sometimes(15, draw::instant),
        draw.sometimes(30, draw::userId));
  }

  @Override
  public NewTask toLibrary(TaskDraft draft) {
    return draft.toLibrary();
  }

  @Override
  public UUID id(Draw draw) {
    return draw.taskId();
  }

  @Override
  public IdSource newIds(Draw draw, int count) {
    return draw.newTasks(count);
  }

  @Override
  public List<Edit> edits(Draw draw) {
    return draw.list(3, TaskForm::edit);
  }

  private static Edit edit(Draw draw) {
    return switch (draw.between(0, 7)) {
      case 0 -> new Edit("user_id", draw.rarely() ? null : draw.userId());
      case 1 -> new Edit("title", draw.rarely() ? null : title(draw));
      case 2 -> new Edit("description", description(draw));
      case 3 -> new Edit("priority", draw.rarely() ? null : priority(draw));
      case 4 -> new Edit("status", draw.rarely() ? null : status(draw));
      case 5 -> new Edit("due_at", draw.sometimes(80, draw::instant));
      case 6 -> new Edit("assignee_id", draw.sometimes(80, draw::userId));
      default -> new Edit("completed_at", draw.sometimes(60, draw::instant));
    };
  }

  @Override
  public TaskChanges changes(List<Edit> edits) {
    TaskChanges changes = TaskChanges.none();
    for (Edit edit : edits) {
      Object value = edit.value();
      changes =
          switch (edit.column()) {
            case "user_id" -> changes.userId((UUID) value);
            case "title" -> changes.title((String) value);
            case "description" -> changes.description((String) value);
            case "priority" -> changes.priority((TaskPriority) value);
            case "status" -> changes.status((TaskStatus) value);
            case "due_at" -> changes.dueAt((Instant) value);
            case "assignee_id" -> changes.assigneeId((UUID) value);
            default -> changes.completedAt((Instant) value);
          };
    }
    return changes;
  }

  @Override
  public UUID idOf(Task task) {
    return task.id();
  }

  @Override
  public Task ghost(UUID id) {
    return new Task(
        id,
        id,
        "ghost",
        null,
        TaskPriority.LOW,
        TaskStatus.PENDING,
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        null,
        null,
        null);
  }

  @Override
  public Task versioned(Task task, int difference) {
    return task.with().version(task.version() + difference).build();
  }

  @Override
  public Task edited(Task task, Edit edit) {
    Object value = edit.value();
    return switch (edit.column()) {
      case "user_id" -> task.with().userId((UUID) value).build();
      case "title" -> task.with().title((String) value).build();
      case "description" -> task.with().description((String) value).build();
      case "priority" -> task.with().priority((TaskPriority) value).build();
      case "status" -> task.with().status((TaskStatus) value).build();
      case "due_at" -> task.with().dueAt((Instant) value).build();
      case "assignee_id" -> task.with().assigneeId((UUID) value).build();
      default -> task.with().completedAt((Instant) value).build();
    };
  }

  @Override
  public Task createdAt(Task task, Instant instant) {
    return task.with().createdAt(instant).build();
  }
}
