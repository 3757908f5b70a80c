package dev.taskstore.differential.model;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.User;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The contents of all tables. */
final class ModelRows {

  /** A tag on a task. */
  record Link(UUID task, UUID tag) {}

  static final Comparator<Link> LINKS =
      Comparator.comparing(Link::task, Values.UNSIGNED).thenComparing(Link::tag, Values.UNSIGNED);

  final TreeMap<UUID, User> users = new TreeMap<>(Values.UNSIGNED);
  final TreeMap<UUID, Task> tasks = new TreeMap<>(Values.UNSIGNED);
  final TreeMap<UUID, Tag> tags = new TreeMap<>(Values.UNSIGNED);
  final SortedSet<Link> links = new TreeSet<>(LINKS);

  ModelRows copy() {
    ModelRows copy = new ModelRows();
    copy.users.putAll(users);
    copy.tasks.putAll(tasks);
    copy.tags.putAll(tags);
    copy.links.addAll(links);
    return copy;
  }

  void removeUser(UUID id) {
    users.remove(id);
    tasks.values().stream()
        .filter(task -> task.userId().equals(id))
        .map(Task::id)
        .toList()
        .forEach(this::removeTask);
    tasks.replaceAll(
        (task, row) -> id.equals(row.assigneeId()) ? row.with().assigneeId(null).build() : row);
  }

  void removeTask(UUID id) {
    tasks.remove(id);
    links.removeIf(link -> link.task().equals(id));
  }

  void removeTag(UUID id) {
    tags.remove(id);
    links.removeIf(link -> link.tag().equals(id));
  }
}
