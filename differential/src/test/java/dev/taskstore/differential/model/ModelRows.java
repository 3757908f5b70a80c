package dev.taskstore.differential.model;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.User;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contents of all tables. */
final class ModelRows {

  /** A tag on a task. */
  record Link(UUID task, UUID tag) {}

  /** A user with whom a task is shared. */
  record Share(UUID task, UUID user) {}

  static final Comparator<Link> LINKS =
      Comparator.comparing(Link::task, Values.UNSIGNED).thenComparing(Link::tag, Values.UNSIGNED);

  static final Comparator<Share> SHARES =
      Comparator.comparing(Share::task, Values.UNSIGNED)
          .thenComparing(Share::user, Values.UNSIGNED);

  final TreeMap<UUID, User> users = new TreeMap<>(Values.UNSIGNED);
  final TreeMap<UUID, Task> tasks = new TreeMap<>(Values.UNSIGNED);
  final TreeMap<UUID, Tag> tags = new TreeMap<>(Values.UNSIGNED);
  final SortedSet<Link> links = new TreeSet<>(LINKS);
  final NavigableSet<Share> shares = new TreeSet<>(SHARES);

  /** The rows that a principal does not see, which have unique values too; null without a scope. */
  private final @Nullable ModelRows hidden;

  ModelRows() {
    this(null);
  }

  private ModelRows(@Nullable ModelRows hidden) {
    this.hidden = hidden;
  }

  /** Returns the rule for what a principal sees of these rows. */
  Visibility visibilityOf(Principal principal) {
    return new Visibility(
        principal, principal.user() == null ? Set.of() : sharedWith(principal.user()));
  }

  /** Returns the identifiers of the tasks that are shared with a user. */
  Set<UUID> sharedWith(UUID user) {
    return shares.stream()
        .filter(share -> share.user().equals(user))
        .map(Share::task)
        .collect(Collectors.toSet());
  }

  /** Returns whether a user exists, visible or not: references to hidden users are permitted. */
  boolean hasUser(UUID id) {
    return users.containsKey(id) || hidden().users.containsKey(id);
  }

  /** Returns the rows that a principal sees. */
  ModelRows visibleTo(Visibility visibility) {
    if (!visibility.isLimited()) {
      return copy();
    }
    ModelRows seen = new ModelRows(new ModelRows());
    users.forEach(
        (id, user) -> (visibility.permits(user) ? seen : seen.hidden()).users.put(id, user));
    tasks.forEach(
        (id, task) -> (visibility.permits(task) ? seen : seen.hidden()).tasks.put(id, task));
    seen.tags.putAll(tags);
    links.forEach(
        link -> (seen.tasks.containsKey(link.task()) ? seen : seen.hidden()).links.add(link));
    shares.forEach(
        share -> (seen.tasks.containsKey(share.task()) ? seen : seen.hidden()).shares.add(share));
    return seen;
  }

  /** Returns the rows that the principal does not see; none without a scope. */
  ModelRows hidden() {
    return hidden == null ? new ModelRows() : hidden;
  }

  /** Returns all rows, those that the principal sees and those of others. */
  ModelRows whole() {
    ModelRows all = hidden().copy();
    all.users.putAll(users);
    all.tasks.putAll(tasks);
    all.tags.putAll(tags);
    all.links.addAll(links);
    all.shares.addAll(shares);
    return all;
  }

  ModelRows copy() {
    ModelRows copy = new ModelRows(hidden);
    copy.users.putAll(users);
    copy.tasks.putAll(tasks);
    copy.tags.putAll(tags);
    copy.links.addAll(links);
    copy.shares.addAll(shares);
    return copy;
  }

  void removeUser(UUID id) {
    users.remove(id);
    tasks.values().stream()
        .filter(task -> task.userId().equals(id))
        .map(Task::id)
        .toList()
        .forEach(this::removeTask);
    shares.removeIf(share -> share.user().equals(id));
    tasks.replaceAll(
        (task, row) -> id.equals(row.assigneeId()) ? row.with().assigneeId(null).build() : row);
  }

  void removeTask(UUID id) {
    tasks.remove(id);
    links.removeIf(link -> link.task().equals(id));
    shares.removeIf(share -> share.task().equals(id));
  }

  void removeTag(UUID id) {
    tags.remove(id);
    links.removeIf(link -> link.tag().equals(id));
  }
}
