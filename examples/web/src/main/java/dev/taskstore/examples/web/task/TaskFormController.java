package dev.taskstore.examples.web.task;

import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskWithTags;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.examples.web.account.UserDirectory;
import dev.taskstore.examples.web.live.LiveUpdates;
import dev.taskstore.examples.web.page.Fragments;
import dev.taskstore.examples.web.page.Message;
import dev.taskstore.examples.web.page.Outcome;
import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of a task: new, edited, refused, in conflict. */
@Controller
class TaskFormController {

  private static final String BASE = "base.";

  private final TaskEditor editor;
  private final TaskSharing sharing;
  private final UserDirectory directory;
  private final LiveUpdates updates;

  TaskFormController(
      TaskEditor editor, TaskSharing sharing, UserDirectory directory, LiveUpdates updates) {
    this.editor = editor;
    this.sharing = sharing;
    this.directory = directory;
    this.updates = updates;
  }

  @ModelAttribute("statuses")
  List<Choice> statuses() {
    return Choice.STATUSES;
  }

  @ModelAttribute("priorities")
  List<Choice> priorities() {
    return Choice.PRIORITIES;
  }

  @ModelAttribute("back")
  String back(@RequestParam(required = false) @Nullable String from) {
    return Outcome.back(from);
  }

  @ModelAttribute("names")
  List<String> names() {
    return directory.suggestions();
  }

  @GetMapping("/tasks/new")
  String create(Model model) {
    return TaskFormView.of(TaskValues.EMPTY).show(model);
  }

  @PostMapping("/tasks")
  Object create(
      @RequestParam Map<String, String> parameters,
      @RequestParam(required = false) @Nullable String from,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      TaskScope scope,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    TaskValues values = TaskValues.EMPTY.with(TaskValues.of(parameters, ""));
    try {
      Task task = editor.create(scope, user.id(), values, zone);
      updates.changed(sharing.audience(task), task.id(), task.version());
    } catch (InvalidTaskException e) {
      if (Fragments.isRequested(request)) {
        return Outcome.failed(
            HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", e.messages().values()));
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return TaskFormView.of(values).errors(e.messages()).show(model);
    }
    return Outcome.of(request, Message.of("Task added."), Outcome.back(from));
  }

  @GetMapping("/tasks/{id}")
  String edit(
      @PathVariable UUID id,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      TaskScope scope,
      Model model) {
    Stored stored = stored(scope, id, user, zone);
    return TaskFormView.of(stored.values()).task(stored).show(model);
  }

  /**
   * Saves the form. If somebody else has changed the task, shows both values of each field that
   * both have changed, and takes over the other changes.
   */
  @PostMapping("/tasks/{id}")
  Object save(
      @PathVariable UUID id,
      @RequestParam long version,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      TaskScope scope,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    TaskValues base = TaskValues.of(parameters, BASE);
    TaskValues mine = TaskValues.of(parameters, "").withStoredWhereChosen(parameters, base);
    Set<UUID> before = sharing.audience(scope.tasks().getById(id));
    try {
      editor.save(scope, id, version, base, mine, zone);
    } catch (InvalidTaskException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return TaskFormView.of(mine)
          .task(stored(scope, id, user, zone).as(version, base))
          .errors(e.messages())
          .show(model);
    } catch (StaleEntityException e) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return conflict(stored(scope, id, user, zone), base, mine).show(model);
    }
    Task task = scope.tasks().findById(id).orElse(null);
    Set<UUID> audience = new LinkedHashSet<>(before);
    if (task != null) {
      audience.addAll(sharing.audience(task));
    }
    updates.changed(audience, id, task == null ? 0 : task.version());
    return Outcome.redirect(request, Message.of("Task saved."), Outcome.back(from));
  }

  private static TaskFormView conflict(Stored stored, TaskValues base, TaskValues mine) {
    Set<TaskField> theirs = stored.values().changedSince(base);
    Set<TaskField> ours = mine.changedSince(base);
    Map<TaskField, String> taken = new EnumMap<>(TaskField.class);
    Map<TaskField, String> conflicts = new EnumMap<>(TaskField.class);
    for (TaskField field : theirs) {
      String text = stored.values().get(field);
      if (!ours.contains(field)) {
        taken.put(field, text);
      } else if (!mine.get(field).equals(text)) {
        conflicts.put(field, text);
      }
    }
    return TaskFormView.of(mine.with(taken)).task(stored).conflicts(conflicts, taken.keySet());
  }

  private Stored stored(TaskScope scope, UUID id, SignedInUser user, ZoneId zone) {
    TaskWithTags found = scope.tasks().withTags(List.of(scope.tasks().getById(id))).get(0);
    Task task = found.task();
    Set<UUID> ids = new LinkedHashSet<>(List.of(task.userId()));
    if (task.assigneeId() != null) {
      ids.add(task.assigneeId());
    }
    Map<UUID, String> names = directory.names(ids);
    String assignee = task.assigneeId() == null ? null : names.get(task.assigneeId());
    return new Stored(
        task,
        task.version(),
        TaskValues.of(found, assignee, zone),
        task.userId().equals(user.id()),
        names.getOrDefault(task.userId(), ""),
        sharing.collaborators(id));
  }
}
