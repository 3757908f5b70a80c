package dev.taskstore.examples.web.task;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.UserName;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Deletes tasks, and keeps the last ones of a session in memory so that they can be restored with
 * their identifiers, times, tags and shares. Thread-safe.
 */
@Component
class DeletedTasks {

  private static final String ATTRIBUTE = DeletedTasks.class.getName();
  private static final int KEPT_PER_SESSION = 20;

  private final TaskSharing sharing;

  private record Deleted(Task task, Set<String> tags, List<UUID> collaborators) {}

  /** The task that was deleted, and the token that restores it. */
  record Deletion(Task task, Set<UUID> audience, String token) {}

  DeletedTasks(TaskSharing sharing) {
    this.sharing = sharing;
  }

  /** Deletes a task. Empty if the scope does not contain it. */
  Optional<Deletion> delete(TaskScope scope, UUID id, HttpSession session) {
    Task task = scope.tasks().findById(id).orElse(null);
    if (task == null) {
      return Optional.empty();
    }
    Set<UUID> audience = sharing.audience(task);
    Set<String> tags = TaskValues.tagNames(scope.tasks().withTags(List.of(task)).get(0));
    List<UUID> collaborators = sharing.collaborators(id).stream().map(UserName::id).toList();
    if (!scope.tasks().deleteById(id)) {
      return Optional.empty();
    }
    String token = UUID.randomUUID().toString();
    Map<String, Deleted> kept = kept(session);
    synchronized (kept) {
      kept.put(token, new Deleted(task, tags, collaborators));
      if (kept.size() > KEPT_PER_SESSION) {
        kept.remove(new ArrayList<>(kept.keySet()).get(0));
      }
    }
    return Optional.of(new Deletion(task, audience, token));
  }

  /** Restores a task. Empty if the session does not contain it any more. */
  Optional<Task> restore(TaskScope scope, String token, HttpSession session) {
    Map<String, Deleted> kept = kept(session);
    Deleted deleted;
    synchronized (kept) {
      deleted = kept.remove(token);
    }
    if (deleted == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(insert(scope, deleted, true));
    } catch (ForeignKeyViolationException e) {
      return Optional.of(insert(scope, deleted, false)); // a colleague has left in the meantime
    }
  }

  private static Task insert(TaskScope scope, Deleted deleted, boolean shared) {
    Task task = deleted.task();
    NewTask draft =
        NewTask.of(task.userId(), task.title())
            .id(task.id())
            .description(task.description())
            .priority(task.priority())
            .status(task.status())
            .createdAt(task.createdAt())
            .updatedAt(task.updatedAt())
            .dueAt(task.dueAt())
            .completedAt(task.completedAt())
            .assigneeId(shared ? task.assigneeId() : null);
    return scope.transactionResult(
        transaction -> {
          Task restored = transaction.tasks().insert(draft);
          TaskTags.replace(transaction, task.id(), Set.of(), deleted.tags());
          if (shared) {
            transaction.tasks().attachCollaborators(task.id(), deleted.collaborators());
          }
          return restored;
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Deleted> kept(HttpSession session) {
    synchronized (session) {
      Object kept = session.getAttribute(ATTRIBUTE);
      if (kept == null) {
        kept = new LinkedHashMap<String, Deleted>();
        session.setAttribute(ATTRIBUTE, kept);
      }
      return (Map<String, Deleted>) kept;
    }
  }
}
