package dev.taskstore.bench.taskstore;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Digest;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.Place;
import dev.taskstore.bench.TagRow;
import dev.taskstore.bench.Tagged;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The operations through the repositories of TaskStore. */
final class TaskStoreWorkloads implements Workloads<Task> {

  private static final PageRequest FIRST = PageRequest.first(Workload.PAGE_SIZE);

  private final TaskStore store;
  private final Map<Place, PageRequest> deepPages = new HashMap<>();

  TaskStoreWorkloads(TaskStore store) {
    this.store = store;
  }

  @Override
  public TaskRow row(Task task) {
    return new TaskRow(
        task.id(),
        task.userId(),
        task.title(),
        task.description(),
        task.priority(),
        task.status(),
        task.createdAt(),
        task.updatedAt(),
        task.version(),
        task.dueAt(),
        task.completedAt());
  }

  @Override
  public TagRow tag(Object tag) {
    Tag read = (Tag) tag;
    return new TagRow(read.id(), read.name(), read.createdAt(), read.updatedAt(), read.version());
  }

  @Override
  public Task findById(UUID id) {
    return store.tasks().findById(id).orElse(null);
  }

  @Override
  public List<Task> newestOfUser(UUID userId) {
    return store.tasks().findByUser(userId, FIRST).items();
  }

  /** Reads the list page by page once, to get the page tokens of the places. */
  @Override
  public void prepareDeepPages(List<Place> places) {
    Map<Integer, Place> wanted = new HashMap<>();
    places.forEach(place -> wanted.put(place.offset(), place));
    wanted.values().removeAll(deepPages.keySet());
    PageRequest request = FIRST;
    for (int offset = 0; !wanted.isEmpty(); offset += Workload.PAGE_SIZE) {
      Place place = wanted.remove(offset);
      if (place != null) {
        deepPages.put(place, request);
      }
      request = store.tasks().findNewest(request).next().orElseThrow();
    }
  }

  @Override
  public List<Task> deepPage(Place place) {
    return store.tasks().findNewest(deepPages.get(place)).items();
  }

  @Override
  public List<Task> openHighPriority() {
    return store.tasks().findOpenHighPriority(FIRST).items();
  }

  @Override
  public Task insert(Draft draft) {
    return store.tasks().insert(newTask(draft));
  }

  private static NewTask newTask(Draft draft) {
    return new NewTask(
        null,
        draft.userId(),
        draft.title(),
        draft.description(),
        draft.priority(),
        draft.status(),
        null,
        null,
        draft.dueAt(),
        null,
        null);
  }

  @Override
  public List<Task> insertAll(List<Draft> drafts) {
    return store.tasks().insertAll(drafts.stream().map(TaskStoreWorkloads::newTask).toList());
  }

  @Override
  public long load(Stream<Draft> drafts) {
    return store.tasks().load(drafts.map(TaskStoreWorkloads::newTask));
  }

  @Override
  public Task update(Task task, String title) {
    return store.tasks().update(task.id(), task.version(), TaskChanges.none().title(title));
  }

  @Override
  public void upsertTags(List<String> names) {
    store.tags().upsertAllByName(names.stream().map(NewTag::of).toList());
  }

  @Override
  public List<UserCounts> statistics() {
    return store.tasks().statisticsByUser().stream()
        .map(
            user ->
                new UserCounts(
                    user.userId(),
                    user.username(),
                    user.total(),
                    user.pending(),
                    user.inProgress(),
                    user.completed()))
        .toList();
  }

  @Override
  public List<Tagged<Task>> newestOfUserWithTags(UUID userId) {
    Page<Task> page = store.tasks().findByUser(userId, FIRST);
    return store.tasks().withTags(page.items()).stream()
        .map(task -> new Tagged<>(task.task(), task.tags()))
        .toList();
  }

  @Override
  public long stream() {
    Digest digest = new Digest();
    try (Stream<Task> tasks = store.tasks().stream()) {
      tasks.forEach(task -> digest.add(task.id(), task.title(), task.updatedAt()));
    }
    return digest.value();
  }

  @Override
  public void delete(UUID id) {
    store.tasks().deleteById(id);
  }

  @Override
  public void close() {
    store.close();
  }
}
