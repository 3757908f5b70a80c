package dev.taskstore.differential;

import dev.taskstore.TaskSession;
import dev.taskstore.differential.model.ModelLinks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The operations on the join table of tasks and tags, in both directions. */
final class LinkOperations {

  private final boolean hasPrincipals;

  LinkOperations(boolean hasPrincipals) {
    this.hasPrincipals = hasPrincipals;
  }

  void addTo(Catalogue catalogue) {
    catalogue.add(3, this::attachTags);
    catalogue.add(3, this::attachTasks);
    catalogue.add(2, this::attachTagsToMany);
    catalogue.add(2, this::attachTasksToMany);
    catalogue.add(hasPrincipals ? 5 : 2, this::detachTags);
    catalogue.add(hasPrincipals ? 5 : 2, this::detachTasks);
    catalogue.add(1, this::countByTag);
    catalogue.add(1, this::countByTask);
    catalogue.add(2, this::findByTags);
    catalogue.add(2, this::findByTasks);
    catalogue.add(2, this::withTags);
  }

  private static Operation call(
      String name,
      List<Object> arguments,
      Function<TaskSession, Object> onLibrary,
      Function<ModelLinks, Object> onModel) {
    return Operation.of(
        name,
        arguments,
        side -> onLibrary.apply(side.session()),
        side -> onModel.apply(side.store().links()));
  }

  private Operation attachTags(Draw draw) {
    UUID task = draw.taskId();
    List<UUID> tags = draw.list(4, Draw::tagId);
    return call(
        "tasks.attachTags",
        List.of(task, tags),
        s -> s.tasks().attachTags(task, tags),
        m -> m.attachTags(Map.of(task, tags)));
  }

  private Operation attachTasks(Draw draw) {
    UUID tag = draw.tagId();
    List<UUID> tasks = draw.list(4, Draw::taskId);
    return call(
        "tags.attachTasks",
        List.of(tag, tasks),
        s -> s.tags().attachTasks(tag, tasks),
        m -> m.attachTasks(Map.of(tag, tasks)));
  }

  private Operation attachTagsToMany(Draw draw) {
    Map<UUID, List<UUID>> tags = draw.lists(Draw::taskId, Draw::tagId);
    return call(
        "tasks.attachTags",
        List.of(tags),
        s -> s.tasks().attachTags(tags),
        m -> m.attachTags(tags));
  }

  private Operation attachTasksToMany(Draw draw) {
    Map<UUID, List<UUID>> tasks = draw.lists(Draw::tagId, Draw::taskId);
    return call(
        "tags.attachTasks",
        List.of(tasks),
        s -> s.tags().attachTasks(tasks),
        m -> m.attachTasks(tasks));
  }

  private Operation detachTags(Draw draw) {
    UUID task = draw.taskId();
    List<UUID> tags = draw.list(4, Draw::tagId);
    return call(
        "tasks.detachTags",
        List.of(task, tags),
        s -> s.tasks().detachTags(task, tags),
        m -> m.detachTags(task, tags));
  }

  private Operation detachTasks(Draw draw) {
    UUID tag = draw.tagId();
    List<UUID> tasks = draw.list(4, Draw::taskId);
    return call(
        "tags.detachTasks",
        List.of(tag, tasks),
        s -> s.tags().detachTasks(tag, tasks),
        m -> m.detachTasks(tag, tasks));
  }

  private Operation countByTag(Draw draw) {
    UUID tag = draw.tagId();
    return call(
        "tasks.countByTag", List.of(tag), s -> s.tasks().countByTag(tag), m -> m.countByTag(tag));
  }

  private Operation countByTask(Draw draw) {
    UUID task = draw.taskId();
    return call(
        "tags.countByTask",
        List.of(task),
        s -> s.tags().countByTask(task),
        m -> m.countByTask(task));
  }

  private Operation findByTags(Draw draw) {
    List<UUID> tags = draw.list(4, Draw::tagId);
    return call(
        "tasks.findByTags",
        List.of(tags),
        s -> Operation.entries(s.tasks().findByTags(tags)),
        m -> Operation.entries(m.findByTags(tags)));
  }

  private Operation findByTasks(Draw draw) {
    List<UUID> tasks = draw.list(4, Draw::taskId);
    return call(
        "tags.findByTasks",
        List.of(tasks),
        s -> Operation.entries(s.tags().findByTasks(tasks)),
        m -> Operation.entries(m.findByTasks(tasks)));
  }

  private Operation withTags(Draw draw) {
    List<UUID> ids = draw.list(5, Draw::taskId);
    return Operation.of(
        "tasks.withTags",
        List.of(ids),
        side -> {
          var tasks = side.session().tasks();
          return tasks.withTags(tasks.findAllById(ids));
        },
        side -> side.store().links().withTags(side.store().tasks().findAllById(ids)));
  }
}
