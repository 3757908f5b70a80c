package dev.taskstore.examples.web.api;

import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.examples.web.live.LiveUpdates;
import dev.taskstore.examples.web.security.SignedInUser;
import dev.taskstore.examples.web.task.TaskFilter;
import dev.taskstore.examples.web.task.TaskQueries;
import dev.taskstore.examples.web.task.TaskSharing;
import dev.taskstore.examples.web.task.TaskTags;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The tasks that the signed-in user owns, or that others assign or share. */
@RestController
@RequestMapping(TaskApi.PATH)
class TaskApi {

  static final String PATH = "/api/v1/tasks";

  private final TaskQueries queries;
  private final TaskSharing sharing;
  private final LiveUpdates updates;

  TaskApi(TaskQueries queries, TaskSharing sharing, LiveUpdates updates) {
    this.queries = queries;
    this.sharing = sharing;
    this.updates = updates;
  }

  @GetMapping
  ApiPage<ApiTask> list(
      @ModelAttribute TaskFilter filter,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(defaultValue = "" + ApiPage.DEFAULT_SIZE) int size,
      @RequestParam(defaultValue = "UTC") ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      TaskScope scope) {
    return ApiPage.of(
        queries.page(scope, user.id(), filter, zone, ApiPage.request(page, size)),
        tasks -> ApiTask.of(scope, tasks));
  }

  @GetMapping("/{id}")
  ResponseEntity<ApiTask> get(@PathVariable UUID id, TaskScope scope) {
    return answer(HttpStatus.OK, ApiTask.of(scope, scope.tasks().getById(id)));
  }

  @PostMapping
  ResponseEntity<ApiTask> create(
      @RequestBody JsonNode json, @AuthenticationPrincipal SignedInUser user, TaskScope scope) {
    TaskBody body = TaskBody.creation(json);
    Task task =
        scope.transactionResult(
            transaction -> {
              Task inserted = transaction.tasks().insert(body.draft(user.id()));
              body.tags()
                  .ifPresent(tags -> TaskTags.replace(transaction, inserted.id(), Set.of(), tags));
              return inserted;
            });
    updates.changed(sharing.audience(task), task.id(), task.version());
    return answer(HttpStatus.CREATED, ApiTask.of(scope, task));
  }

  /** A change of tags increments the version too, so that two changes do not mix. */
  @PatchMapping("/{id}")
  ResponseEntity<ApiTask> update(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestBody JsonNode json,
      TaskScope scope) {
    TaskBody body = TaskBody.change(json);
    Task before = scope.tasks().getById(id);
    Set<UUID> audience = new LinkedHashSet<>(sharing.audience(before));
    Task task =
        scope.transactionResult(
            transaction -> {
              ApiTask stored = ApiTask.of(transaction, transaction.tasks().getById(id));
              EntityTags.check(match, stored);
              TaskChanges changes = body.changes();
              Task updated =
                  transaction
                      .tasks()
                      .update(
                          id,
                          stored.version(),
                          changes.values().isEmpty() ? changes.title(stored.title()) : changes);
              body.tags().ifPresent(tags -> TaskTags.replace(transaction, id, stored.tags(), tags));
              return updated;
            });
    audience.addAll(sharing.audience(task));
    updates.changed(audience, id, task.version());
    return answer(HttpStatus.OK, ApiTask.of(scope, task));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      TaskScope scope) {
    Set<UUID> audience = sharing.audience(scope.tasks().getById(id));
    scope.transaction(
        transaction -> {
          Task task = transaction.tasks().getById(id);
          EntityTags.check(match, ApiTask.of(transaction, task));
          transaction.tasks().delete(task);
        });
    updates.changed(audience, id, 0);
  }

  private static ResponseEntity<ApiTask> answer(HttpStatus status, ApiTask task) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(EntityTags.of(task));
    if (status == HttpStatus.CREATED) {
      answer.location(URI.create(PATH + "/" + task.id()));
    }
    return answer.body(task);
  }
}
