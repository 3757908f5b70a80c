package dev.taskstore.differential.model;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskWithTags;
import dev.taskstore.differential.model.ModelRows.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The join table of tasks and tags. */
public final class ModelLinks {

  private static final ModelOrder<Task> TASKS =
      ModelOrder.of("tasks of a tag", List.of(Task::id), true);
  private static final ModelOrder<Tag> TAGS =
      ModelOrder.of("tags of a task", List.of(Tag::id), true);

  private final ModelStore store;
  private final ModelTransactions transactions;

  ModelLinks(ModelStore store, ModelTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  public int attachTags(Map<UUID, List<UUID>> tagsByTask) {
    List<Link> links = new ArrayList<>();
    tagsByTask.forEach((task, tags) -> tags.forEach(tag -> links.add(link(task, tag))));
    return attach(links);
  }

  public int attachTasks(Map<UUID, List<UUID>> tasksByTag) {
    List<Link> links = new ArrayList<>();
    tasksByTag.forEach((tag, tasks) -> tasks.forEach(task -> links.add(link(task, tag))));
    return attach(links);
  }

  int attach(List<UUID> tasks, List<UUID> tags) {
    return attach(
        tasks.stream().flatMap(task -> tags.stream().map(tag -> link(task, tag))).toList());
  }

  private static Link link(UUID task, UUID tag) {
    return new Link(Values.required(task), Values.required(tag));
  }

  private int attach(List<Link> links) {
    if (links.isEmpty()) {
      return 0;
    }
    return transactions.atomically(
        () -> {
          ensureVisible(links);
          return (int) links.stream().sorted(ModelRows.LINKS).filter(this::add).count();
        });
  }

  /** In a scope, the tasks of all links are checked first. */
  private void ensureVisible(List<Link> links) {
    boolean isVisible =
        transactions.limit() == null
            || links.stream().allMatch(link -> transactions.rows().tasks.containsKey(link.task()));
    if (!isVisible) {
      throw transactions.refusals().hiddenReference("task_tags", "task_id");
    }
  }

  private boolean add(Link link) {
    ModelRows rows = transactions.rows();
    if (!rows.tasks.containsKey(link.task())) {
      throw ModelFailure.foreignKey("task_tags", "task_id");
    } else if (!rows.tags.containsKey(link.tag())) {
      throw ModelFailure.foreignKey("task_tags", "tag_id");
    }
    return rows.links.add(link);
  }

  public int detachTags(UUID task, Collection<UUID> tags) {
    return detach(tags, link -> link.task().equals(task) && tags.contains(link.tag()));
  }

  public int detachTasks(UUID tag, Collection<UUID> tasks) {
    return detach(tasks, link -> link.tag().equals(tag) && tasks.contains(link.task()));
  }

  private int detach(Collection<UUID> others, Predicate<Link> removed) {
    if (others.isEmpty()) {
      return 0;
    }
    return transactions.atomically(
        () -> {
          int before = transactions.rows().links.size();
          transactions.rows().links.removeIf(removed);
          return before - transactions.rows().links.size();
        });
  }

  private List<Task> tasksOf(UUID tag) {
    return transactions.rows().links.stream()
        .filter(link -> link.tag().equals(tag))
        .map(link -> transactions.rows().tasks.get(link.task()))
        .toList();
  }

  private List<Tag> tagsOf(UUID task) {
    return transactions.rows().links.stream()
        .filter(link -> link.task().equals(task))
        .map(link -> transactions.rows().tags.get(link.tag()))
        .sorted(Comparator.comparing(Tag::name, Values::compare))
        .toList();
  }

  public ModelPage<Task> findByTag(UUID tag, ModelPage.Request request) {
    return store
        .tasks()
        .page(TASKS, request, task -> tasksOf(tag).contains(task), ModelTable.NO_VALUES);
  }

  public ModelPage<Tag> findByTask(UUID task, ModelPage.Request request) {
    return store
        .tags()
        .page(TAGS, request, tag -> tagsOf(task).contains(tag), ModelTable.NO_VALUES);
  }

  public long countByTag(UUID tag) {
    return transactions.read(() -> (long) tasksOf(tag).size());
  }

  public long countByTask(UUID task) {
    return transactions.read(() -> (long) tagsOf(task).size());
  }

  /** An empty list of tags runs no query. */
  public Map<UUID, List<Task>> findByTags(List<UUID> tags) {
    Map<UUID, List<Task>> found = new LinkedHashMap<>();
    if (!tags.isEmpty()) {
      transactions.read(
          () -> {
            tags.forEach(tag -> found.put(tag, tasksOf(tag)));
            return found;
          });
    }
    return found;
  }

  /** An empty list of tasks runs no query. */
  public Map<UUID, List<Tag>> findByTasks(List<UUID> tasks) {
    Map<UUID, List<Tag>> found = new LinkedHashMap<>();
    if (!tasks.isEmpty()) {
      transactions.read(
          () -> {
            tasks.forEach(task -> found.put(task, tagsOf(task)));
            return found;
          });
    }
    return found;
  }

  public List<TaskWithTags> withTags(List<Task> tasks) {
    Map<UUID, List<Tag>> tags = findByTasks(tasks.stream().map(Task::id).toList());
    return tasks.stream().map(task -> new TaskWithTags(task, tags.get(task.id()))).toList();
  }

  /** Returns all links. */
  public Set<List<UUID>> all() {
    Set<List<UUID>> all = new HashSet<>();
    transactions.rows().links.forEach(link -> all.add(List.of(link.task(), link.tag())));
    return all;
  }
}
