package dev.taskstore.examples.web.task;

import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStatus;
import dev.taskstore.examples.web.account.UserDirectory;
import dev.taskstore.examples.web.live.LiveUpdates;
import dev.taskstore.examples.web.page.Message;
import dev.taskstore.examples.web.page.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Single changes of tasks: status, deletion, sharing. */
@Controller
class TaskActionController {

  private final DeletedTasks deleted;
  private final TaskSharing sharing;
  private final UserDirectory directory;
  private final LiveUpdates updates;

  TaskActionController(
      DeletedTasks deleted, TaskSharing sharing, UserDirectory directory, LiveUpdates updates) {
    this.deleted = deleted;
    this.sharing = sharing;
    this.directory = directory;
    this.updates = updates;
  }

  @PostMapping("/tasks/{id}/status")
  ResponseEntity<Void> status(
      @PathVariable UUID id,
      @RequestParam TaskStatus status,
      @RequestParam(required = false) @Nullable String from,
      TaskScope scope,
      HttpServletRequest request) {
    Task task = scope.tasks().update(id, TaskChanges.none().status(status));
    updates.changed(sharing.audience(task), id, task.version());
    String text =
        switch (status) {
          case PENDING -> "Task reopened.";
          case IN_PROGRESS -> "Task started.";
          case COMPLETED -> "Task completed.";
        };
    return Outcome.of(request, Message.of(text), Outcome.back(from));
  }

  @PostMapping("/tasks/{id}/delete")
  ResponseEntity<Void> delete(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String from,
      TaskScope scope,
      HttpServletRequest request) {
    Optional<DeletedTasks.Deletion> deletion = deleted.delete(scope, id, request.getSession());
    deletion.ifPresent(done -> updates.changed(done.audience(), id, 0));
    Message message =
        deletion
            .map(done -> new Message("Task deleted.", done.token()))
            .orElse(Message.of("The task was already deleted."));
    return Outcome.of(request, message, Outcome.back(from));
  }

  @PostMapping("/tasks/undo")
  ResponseEntity<Void> undo(
      @RequestParam String token,
      @RequestParam(required = false) @Nullable String from,
      TaskScope scope,
      HttpServletRequest request) {
    Optional<Task> restored = deleted.restore(scope, token, request.getSession());
    restored.ifPresent(task -> updates.changed(sharing.audience(task), task.id(), task.version()));
    String text =
        restored.isPresent() ? "Task restored." : "This deletion cannot be undone any more.";
    return Outcome.of(request, Message.of(text), Outcome.back(from));
  }

  @PostMapping("/tasks/{id}/share")
  ResponseEntity<Void> share(
      @PathVariable UUID id,
      @RequestParam String collaborator,
      TaskScope scope,
      HttpServletRequest request) {
    Task task = scope.tasks().getById(id);
    UUID other = directory.find(collaborator.strip()).orElse(null);
    String text;
    if (other == null) {
      text = "No user has this name. Check the spelling.";
    } else if (other.equals(task.userId())) {
      text = "This user owns the task.";
    } else {
      scope.tasks().attachCollaborators(id, List.of(other));
      updates.changed(sharing.audience(task), id, task.version());
      text = "Task shared.";
    }
    return Outcome.redirect(request, Message.of(text), TaskUrls.task(id));
  }

  @PostMapping("/tasks/{id}/unshare")
  ResponseEntity<Void> unshare(
      @PathVariable UUID id,
      @RequestParam UUID collaborator,
      TaskScope scope,
      HttpServletRequest request) {
    Task task = scope.tasks().getById(id);
    Set<UUID> audience = sharing.audience(task);
    scope.tasks().detachCollaborators(id, List.of(collaborator));
    updates.changed(audience, id, task.version());
    return Outcome.redirect(request, Message.of("Task no longer shared."), TaskUrls.task(id));
  }
}
