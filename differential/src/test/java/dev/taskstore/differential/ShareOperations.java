package dev.taskstore.differential;

import dev.taskstore.TaskChanges;
import dev.taskstore.TaskSession;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelShares;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Tasks that are assigned to users and shared with users, in both directions. */
final class ShareOperations {

  private final int weight;

  /** Programs with principals need more of these operations, which depend on the principal. */
  ShareOperations(boolean hasPrincipals) {
    weight = hasPrincipals ? 3 : 1;
  }

  void addTo(Catalogue catalogue) {
    catalogue.add(3, this::assign);
    catalogue.add(3, this::attachCollaborators);
    catalogue.add(3, this::attachTasks);
    catalogue.add(1, this::attachCollaboratorsToMany);
    catalogue.add(1, this::attachTasksToMany);
    catalogue.add(2 * weight, this::detachCollaborators);
    catalogue.add(2 * weight, this::detachTasks);
    catalogue.add(weight, this::countByCollaborator);
    catalogue.add(2 * weight, this::countByTask);
    catalogue.add(weight, this::findByCollaborators);
    catalogue.add(weight, this::findByTasks);
    catalogue.add(1, this::findNames);
  }

  private static Operation call(
      String name,
      List<Object> arguments,
      Function<TaskSession, Object> onLibrary,
      Function<ModelShares, Object> onModel) {
    return Operation.of(
        name,
        arguments,
        side -> onLibrary.apply(side.session()),
        side -> onModel.apply(side.store().shares()));
  }

  private Operation assign(Draw draw) {
    UUID task = draw.taskId();
    UUID user = draw.sometimes(85, draw::userId);
    List<Edit> edits = List.of(new Edit("assignee_id", user));
    return Operation.of(
        "tasks.update",
        List.of(task, edits),
        side -> side.session().tasks().update(task, TaskChanges.none().assigneeId(user)),
        side -> side.store().tasks().change(task, null, edits));
  }

  private Operation attachCollaborators(Draw draw) {
    UUID task = draw.taskId();
    List<UUID> users = draw.list(3, Draw::userId);
    return call(
        "tasks.attachCollaborators",
        List.of(task, users),
        s -> s.tasks().attachCollaborators(task, users),
        m -> m.attachCollaborators(Map.of(task, users)));
  }

  private Operation attachTasks(Draw draw) {
    UUID user = draw.userId();
    List<UUID> tasks = draw.list(3, Draw::taskId);
    return call(
        "users.attachTasks",
        List.of(user, tasks),
        s -> s.users().attachTasks(user, tasks),
        m -> m.attachTasks(Map.of(user, tasks)));
  }

  private Operation attachCollaboratorsToMany(Draw draw) {
    Map<UUID, List<UUID>> users = draw.lists(Draw::taskId, Draw::userId);
    return call(
        "tasks.attachCollaborators",
        List.of(users),
        s -> s.tasks().attachCollaborators(users),
        m -> m.attachCollaborators(users));
  }

  private Operation attachTasksToMany(Draw draw) {
    Map<UUID, List<UUID>> tasks = draw.lists(Draw::userId, Draw::taskId);
    return call(
        "users.attachTasks",
        List.of(tasks),
        s -> s.users().attachTasks(tasks),
        m -> m.attachTasks(tasks));
  }

  private Operation detachCollaborators(Draw draw) {
    UUID task = draw.taskId();
    List<UUID> users = draw.list(4, Draw::userId);
    return call(
        "tasks.detachCollaborators",
        List.of(task, users),
        s -> s.tasks().detachCollaborators(task, users),
        m -> m.detachCollaborators(task, users));
  }

  private Operation detachTasks(Draw draw) {
    UUID user = draw.userId();
    List<UUID> tasks = draw.list(4, Draw::taskId);
    return call(
        "users.detachTasks",
        List.of(user, tasks),
        s -> s.users().detachTasks(user, tasks),
        m -> m.detachTasks(user, tasks));
  }

  private Operation countByCollaborator(Draw draw) {
    UUID user = draw.userId();
    return call(
        "tasks.countByCollaborator",
        List.of(user),
        s -> s.tasks().countByCollaborator(user),
        m -> m.countByCollaborator(user));
  }

  private Operation countByTask(Draw draw) {
    UUID task = draw.taskId();
    return call(
        "users.countByTask",
        List.of(task),
        s -> s.users().countByTask(task),
        m -> m.countByTask(task));
  }

  private Operation findByCollaborators(Draw draw) {
    List<UUID> users = draw.list(4, Draw::userId);
    return call(
        "tasks.findByCollaborators",
        List.of(users),
        s -> Operation.entries(s.tasks().findByCollaborators(users)),
        m -> Operation.entries(m.findByCollaborators(users)));
  }

  private Operation findByTasks(Draw draw) {
    List<UUID> tasks = draw.list(4, Draw::taskId);
    return call(
        "users.findByTasks",
        List.of(tasks),
        s -> Operation.entries(s.users().findByTasks(tasks)),
        m -> Operation.entries(m.findByTasks(tasks)));
  }

  private Operation findNames(Draw draw) {
    List<UUID> ids = draw.list(4, Draw::userId);
    return Operation.of(
        "users.findNames",
        List.of(ids),
        side -> side.session().users().findNames(ids),
        side -> side.store().users().findNames(ids));
  }
}
