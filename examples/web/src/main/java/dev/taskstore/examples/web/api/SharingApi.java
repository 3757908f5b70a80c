package dev.taskstore.examples.web.api;

import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.examples.web.live.LiveUpdates;
import dev.taskstore.examples.web.task.TaskSharing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Those with whom the owner of a task shares it. */
@RestController
@RequestMapping(TaskApi.PATH + "/{id}/collaborators")
class SharingApi {

  private final TaskSharing sharing;
  private final LiveUpdates updates;

  SharingApi(TaskSharing sharing, LiveUpdates updates) {
    this.sharing = sharing;
    this.updates = updates;
  }

  @GetMapping
  ApiPage<ApiUser> list(@PathVariable UUID id, TaskScope scope) {
    Task task = scope.tasks().getById(id);
    return new ApiPage<>(sharing.collaborators(task.id()).stream().map(ApiUser::of).toList(), null);
  }

  @PutMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void share(@PathVariable UUID id, @PathVariable UUID userId, TaskScope scope) {
    Task task = scope.tasks().getById(id);
    scope.tasks().attachCollaborators(id, List.of(userId));
    updates.changed(sharing.audience(task), id, task.version());
  }

  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unshare(@PathVariable UUID id, @PathVariable UUID userId, TaskScope scope) {
    Task task = scope.tasks().getById(id);
    Set<UUID> audience = new LinkedHashSet<>(sharing.audience(task));
    scope.tasks().detachCollaborators(id, List.of(userId));
    updates.changed(audience, id, task.version());
  }
}
