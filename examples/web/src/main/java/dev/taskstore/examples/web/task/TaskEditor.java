package dev.taskstore.examples.web.task;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStatus;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.examples.web.account.UserDirectory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the values of forms. Thread-safe. */
@Component
class TaskEditor {

  private final UserDirectory directory;

  TaskEditor(UserDirectory directory) {
    this.directory = directory;
  }

  /**
   * Creates a task with its tags.
   *
   * @throws InvalidTaskException if a field is not valid
   */
  Task create(TaskScope scope, UUID userId, TaskValues values, ZoneId zone) {
    changes(EnumSet.allOf(TaskField.class), values, zone); // checks all fields
    NewTask draft =
        NewTask.of(userId, values.get(TaskField.TITLE))
            .description(description(values))
            .status(status(values))
            .priority(priority(values))
            .dueAt(due(values, zone))
            .assigneeId(assignee(values));
    try {
      return scope.transactionResult(
          transaction -> {
            Task task = transaction.tasks().insert(draft);
            TaskTags.replace(transaction, task.id(), Set.of(), values.tags());
            return task;
          });
    } catch (InvalidArgumentException | ForeignKeyViolationException e) {
      throw invalid(e, e);
    }
  }

  /**
   * Writes the fields that differ from a base, and no others. Tags are added and removed one by
   * one, so that they have no conflicts.
   *
   * @param base the values that the form showed first
   * @param version the version of the base
   * @throws StaleEntityException if the task has another version and a field besides the tags
   *     changed
   * @throws InvalidTaskException if a field is not valid
   */
  void save(TaskScope scope, UUID id, long version, TaskValues base, TaskValues mine, ZoneId zone) {
    Set<TaskField> changed = mine.changedSince(base);
    TaskChanges changes = changes(changed, mine, zone);
    try {
      scope.transaction(
          transaction -> {
            if (!changes.values().isEmpty()) {
              transaction.tasks().update(id, version, changes);
            }
            if (changed.contains(TaskField.TAGS)) {
              TaskTags.replace(transaction, id, base.tags(), mine.tags());
            }
          });
    } catch (InvalidArgumentException | ForeignKeyViolationException e) {
      throw invalid(e, e);
    }
  }

  /** Returns the changes of all fields, or throws the exception with all invalid ones. */
  private TaskChanges changes(Set<TaskField> changed, TaskValues mine, ZoneId zone) {
    TaskChanges changes = TaskChanges.none();
    Map<TaskField, String> invalid = new EnumMap<>(TaskField.class);
    for (TaskField field : changed) {
      try {
        changes = changed(changes, field, mine, zone);
      } catch (InvalidTaskException e) {
        invalid.putAll(e.messages());
      } catch (InvalidArgumentException e) {
        invalid.putAll(invalid(e, e).messages());
      }
    }
    if (!invalid.isEmpty()) {
      throw new InvalidTaskException(invalid);
    }
    return changes;
  }

  private TaskChanges changed(TaskChanges changes, TaskField field, TaskValues mine, ZoneId zone) {
    return switch (field) {
      case TITLE -> changes.title(mine.get(field));
      case DESCRIPTION -> changes.description(description(mine));
      case STATUS -> changes.status(status(mine));
      case PRIORITY -> changes.priority(priority(mine));
      case DUE -> changes.dueAt(due(mine, zone));
      case ASSIGNEE -> changes.assigneeId(assignee(mine));
      case TAGS -> changes;
    };
  }

  private static @Nullable String description(TaskValues values) {
    String text = values.get(TaskField.DESCRIPTION);
    return text.isBlank() ? null : text;
  }

  private static TaskStatus status(TaskValues values) {
    return UrlNames.parse(TaskStatus.class, values.get(TaskField.STATUS))
        .orElseThrow(() -> new InvalidTaskException(TaskField.STATUS, "Choose a status."));
  }

  private static TaskPriority priority(TaskValues values) {
    return UrlNames.parse(TaskPriority.class, values.get(TaskField.PRIORITY))
        .orElseThrow(() -> new InvalidTaskException(TaskField.PRIORITY, "Choose a priority."));
  }

  private static @Nullable Instant due(TaskValues values, ZoneId zone) {
    String text = values.get(TaskField.DUE);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return DueDay.end(LocalDate.parse(text), zone);
    } catch (DateTimeException e) {
      throw new InvalidTaskException(TaskField.DUE, "Enter a date such as 2026-12-31.");
    }
  }

  private @Nullable UUID assignee(TaskValues values) {
    String name = values.get(TaskField.ASSIGNEE);
    if (name.isEmpty()) {
      return null;
    }
    return directory
        .find(name)
        .orElseThrow(() -> new InvalidTaskException(TaskField.ASSIGNEE, "No user has this name."));
  }

  private static InvalidTaskException invalid(DatabaseFailure failure, RuntimeException cause) {
    String column = failure.columns().isEmpty() ? "" : failure.columns().get(0);
    InvalidTaskException invalid =
        switch (column) {
          case "title" ->
              new InvalidTaskException(TaskField.TITLE, "Enter a title of 1 to 255 characters.");
          case "description" ->
              new InvalidTaskException(
                  TaskField.DESCRIPTION, "Enter at most 65,536 characters of text.");
          case "name" ->
              new InvalidTaskException(TaskField.TAGS, "Enter tags of at most 64 characters.");
          case "due_at" ->
              new InvalidTaskException(TaskField.DUE, "Enter a year between 1 and 9999.");
          case "assignee_id" ->
              new InvalidTaskException(TaskField.ASSIGNEE, "This user no longer exists.");
          default -> throw cause;
        };
    invalid.initCause(cause);
    return invalid;
  }
}
