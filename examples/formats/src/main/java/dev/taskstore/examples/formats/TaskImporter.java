package dev.taskstore.examples.formats;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports tasks from a file into a store, in one transaction and in batches instead of one
 * statement per task. An existing task is updated only if it differs from the file, so that
 * importing a file twice changes nothing.
 *
 * <p>Missing users are created with a locked password. Their creation time is that of their oldest
 * task.
 */
public final class TaskImporter {

  /** The number of tasks inserted between two progress reports. */
  private static final int CHUNK_SIZE = 1_000;

  private final TaskTransaction transaction;

  /** The owner of all tasks, or null if the file names the owners. */
  private final UUID ownerId;

  private final List<? extends ImportedTask> tasks;
  private final Progress progress;

  private final List<NewTask> added = new ArrayList<>();
  private final List<Task> changed = new ArrayList<>();
  private final Map<UUID, Set<String>> attached = new LinkedHashMap<>();
  private final Map<UUID, Set<String>> detached = new LinkedHashMap<>();

  private TaskImporter(
      TaskTransaction transaction,
      UUID ownerId,
      List<? extends ImportedTask> tasks,
      Progress progress) {
    this.transaction = transaction;
    this.ownerId = ownerId;
    this.tasks = tasks;
    this.progress = progress;
  }

  /**
   * Imports tasks.
   *
   * @param store the store
   * @param tasks the tasks, with distinct IDs
   * @param progress receives the progress
   * @return the counts of inserted and updated tasks
   */
  public static ImportSummary run(
      TaskStore store, List<? extends ImportedTask> tasks, Progress progress) {
    return store.transactionResult(tx -> new TaskImporter(tx, null, tasks, progress).run());
  }

  /**
   * Imports tasks as tasks of one user, whoever owns them in the file. A task whose ID belongs to
   * somebody else is imported as a copy with another ID, which is the same in each import.
   *
   * @param session the store, or a scope of the user
   * @param ownerId the user
   * @param tasks the tasks, with distinct IDs
   * @param progress receives the progress
   * @return the counts of inserted and updated tasks
   */
  public static ImportSummary run(
      TaskSession session, UUID ownerId, List<? extends ImportedTask> tasks, Progress progress) {
    return session.transactionResult(tx -> new TaskImporter(tx, ownerId, tasks, progress).run());
  }

  private ImportSummary run() {
    Map<String, UUID> users = ownerId == null ? findOrCreateUsers() : Map.of();
    int touched = compare(users);
    store();
    Set<String> tags = tasks.stream().flatMap(t -> t.tags().stream()).collect(Collectors.toSet());
    int modified = touched - added.size();
    return new ImportSummary(
        tasks.size(),
        ownerId == null ? users.size() : 1,
        tags.size(),
        added.size(),
        modified,
        tasks.size() - added.size() - modified);
  }

  private Map<String, UUID> findOrCreateUsers() {
    Map<String, ImportedTask> firstTasks = new LinkedHashMap<>();
    for (ImportedTask task : tasks) {
      firstTasks.merge(
          task.username(), task, (a, b) -> b.createdAt().isBefore(a.createdAt()) ? b : a);
    }
    Map<String, UUID> ids = new HashMap<>();
    transaction
        .users()
        .findAllByUsername(firstTasks.keySet())
        .forEach(user -> ids.put(user.username(), user.id()));
    List<NewUser> missing =
        firstTasks.entrySet().stream()
            .filter(entry -> !ids.containsKey(entry.getKey()))
            .map(entry -> newUser(entry.getKey(), entry.getValue()))
            .toList();
    for (User user : transaction.users().insertAll(missing)) {
      ids.put(user.username(), user.id());
    }
    return ids;
  }

  private static NewUser newUser(String username, ImportedTask firstTask) {
    Instant createdAt = firstTask.createdAt();
    return NewUser.of(username, firstTask.email(), PasswordHash.locked())
        .id(DerivedId.of(createdAt, "user:" + username))
        .createdAt(createdAt);
  }

  /** Collects the changes to store and returns the number of new or changed tasks. */
  private int compare(Map<String, UUID> users) {
    Map<UUID, TaskDetails> stored = stored();
    int touched = 0;
    for (ImportedTask task : tasks) {
      UUID userId = ownerId == null ? users.get(task.username()) : ownerId;
      UUID id = idOf(task, stored);
      TaskDetails details = stored.get(id);
      if (details == null) {
        added.add(task.draft(userId).id(id));
        attached.put(id, task.tags());
        touched++;
      } else if (compare(task, details, userId)) {
        touched++;
      }
    }
    return touched;
  }

  private Map<UUID, TaskDetails> stored() {
    Set<UUID> ids = new LinkedHashSet<>();
    for (ImportedTask task : tasks) {
      ids.add(task.id());
      if (ownerId != null) {
        ids.add(copyId(task));
      }
    }
    return TaskDetails.of(transaction, transaction.tasks().findAllById(ids)).stream()
        .collect(Collectors.toMap(details -> details.task().id(), Function.identity()));
  }

  /** A scope does not show whether an ID is in use, so every new task of one owner is a copy. */
  private UUID idOf(ImportedTask task, Map<UUID, TaskDetails> stored) {
    if (ownerId == null) {
      return task.id();
    }
    TaskDetails details = stored.get(task.id());
    boolean isOwn = details != null && details.task().userId().equals(ownerId);
    return isOwn ? task.id() : copyId(task);
  }

  /** The time in the ID remains, because it shows whether a line of a todo.txt file has a date. */
  private UUID copyId(ImportedTask task) {
    Instant time = Instant.ofEpochMilli(task.id().getMostSignificantBits() >>> Short.SIZE);
    return DerivedId.of(time, "copy:" + ownerId + "\n" + task.id());
  }

  private boolean compare(ImportedTask task, TaskDetails stored, UUID userId) {
    Task wanted = task.applyTo(stored, userId);
    boolean differs = !wanted.equals(stored.task());
    if (differs) {
      changed.add(wanted);
    }
    Set<String> toAttach = without(task.tagsAfter(stored), stored.tags());
    Set<String> toDetach = without(stored.tags(), task.tagsAfter(stored));
    if (!toAttach.isEmpty()) {
      attached.put(stored.task().id(), toAttach);
    }
    if (!toDetach.isEmpty()) {
      detached.put(stored.task().id(), toDetach);
    }
    return differs || !toAttach.isEmpty() || !toDetach.isEmpty();
  }

  private static Set<String> without(Collection<String> names, Collection<String> others) {
    Set<String> rest = new LinkedHashSet<>(names);
    rest.removeAll(others);
    return rest;
  }

  private void store() {
    for (int from = 0; from < added.size(); from += CHUNK_SIZE) {
      int to = Math.min(from + CHUNK_SIZE, added.size());
      transaction.tasks().insertAll(added.subList(from, to));
      progress.report(to, added.size());
    }
    transaction.tasks().updateAll(changed);
    Map<String, UUID> tags = findOrCreateTags();
    transaction.tasks().attachTags(idsOf(attached, tags));
    idsOf(detached, tags).forEach(transaction.tasks()::detachTags);
  }

  private Map<String, UUID> findOrCreateTags() {
    Set<String> names = new LinkedHashSet<>();
    attached.values().forEach(names::addAll);
    detached.values().forEach(names::addAll);
    return transaction.tags().findOrCreateAll(names).stream()
        .collect(Collectors.toMap(Tag::name, Tag::id));
  }

  private static Map<UUID, List<UUID>> idsOf(
      Map<UUID, Set<String>> namesByTask, Map<String, UUID> tags) {
    Map<UUID, List<UUID>> ids = new LinkedHashMap<>();
    namesByTask.forEach((task, names) -> ids.put(task, names.stream().map(tags::get).toList()));
    return ids;
  }
}
