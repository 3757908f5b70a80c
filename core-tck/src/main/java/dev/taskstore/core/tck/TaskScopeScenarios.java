package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.MISSING;
import static dev.taskstore.core.tck.ScopeWorld.NOBODY;
import static dev.taskstore.core.tck.ScopeWorld.TAGS;
import static dev.taskstore.core.tck.ScopeWorld.TASKS;
import static dev.taskstore.core.tck.ScopeWorld.USERS;
import static dev.taskstore.core.tck.ScopeWorld.X;
import static dev.taskstore.core.tck.ScopeWorld.Y;
import static dev.taskstore.core.tck.ScopeWorld.Z;
import static dev.taskstore.core.tck.ScopeWorld.other;
import static dev.taskstore.core.tck.ScopeWorld.own;
import static dev.taskstore.core.tck.ScopeWorld.page;
import static dev.taskstore.core.tck.ScopeWorld.task;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The calls of tasks in a scope. */
final class TaskScopeScenarios {

  private TaskScopeScenarios() {}

  private static Task copy(UUID userId, int number) {
    return task(own(0)).with().id(new UUID(9, number)).userId(userId).version(5).build();
  }

  private static NewTask draft(UUID userId, int number) {
    return NewTask.of(userId, "new " + number).id(new UUID(8, number));
  }

  private static Task changed(UUID id) {
    return task(id).with().title("changed").build();
  }

  static void addTo(ScopeScenarios all) {
    addKeys(all);
    addLists(all);
    addInserts(all);
    addUpdates(all);
    addDeletes(all);
    addTags(all);
  }

  private static void addKeys(ScopeScenarios all) {
    all.equalForEach("tasks.findById(Object)", TASKS, id -> s -> s.tasks().findById(id))
        .equalForEach("tasks.getById(Object)", TASKS, id -> s -> s.tasks().getById(id))
        .equalForEach("tasks.existsById(Object)", TASKS, id -> s -> s.tasks().existsById(id))
        .equal(
            "tasks.findAllById(Collection)",
            s -> s.tasks().findAllById(TASKS),
            s -> s.tasks().findAllById(manyIds()));
  }

  /** More keys than one statement has, with which some dialects join a list of values. */
  private static List<UUID> manyIds() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(new UUID(6, i));
    }
    ids.addAll(TASKS);
    return ids;
  }

  private static void addLists(ScopeScenarios all) {
    all.equal(
            "tasks.findAll(PageRequest)",
            s -> s.tasks().findAll(page()),
            s -> s.tasks().findAll(s.tasks().findAll(page()).next().orElseThrow()),
            s -> s.tasks().findAll(PageRequest.last(1)))
        .equal("tasks.count()", s -> s.tasks().count())
        .equal(
            "tasks.where(Condition)",
            s -> s.tasks().where(dev.taskstore.schema.Tables.TASKS.USER_ID.in(USERS)).list())
        .equal(
            "tasks.stream()",
            s -> {
              try (Stream<Task> tasks = s.tasks().stream()) {
                return tasks.toList();
              }
            })
        .equal(
            "tasks.findNewest(PageRequest)",
            s -> s.tasks().findNewest(page()),
            s -> s.tasks().findNewest(s.tasks().findNewest(page()).next().orElseThrow()))
        .equal(
            "tasks.findOpenHighPriority(PageRequest)", s -> s.tasks().findOpenHighPriority(page()))
        .equal("tasks.findOverdue(PageRequest)", s -> s.tasks().findOverdue(page()))
        .equal(
            "tasks.findOpenDueBefore(Instant, PageRequest)",
            s -> s.tasks().findOpenDueBefore(TaskStoreContract.START, page()))
        .equal("tasks.searchTitle(String, PageRequest)", s -> s.tasks().searchTitle("TASK", page()))
        .equal(
            "tasks.findByTitlePrefix(String, PageRequest)",
            s -> s.tasks().findByTitlePrefix("task", page()))
        .equal("tasks.statisticsByUser()", s -> s.tasks().statisticsByUser())
        .equalForEach(
            "tasks.findByUser(UUID, PageRequest)",
            USERS,
            id -> s -> s.tasks().findByUser(id, page()))
        .equalForEach("tasks.countByUser(UUID)", USERS, id -> s -> s.tasks().countByUser(id))
        .equalForEach(
            "tasks.findByTag(UUID, PageRequest)",
            TAGS,
            id -> s -> s.tasks().findByTag(id, PageRequest.first(1)))
        .equal(
            "tasks.findByTag(UUID, PageRequest)",
            s ->
                s.tasks()
                    .findByTag(
                        X, s.tasks().findByTag(X, PageRequest.first(1)).next().orElseThrow()))
        .equalForEach("tasks.countByTag(UUID)", TAGS, id -> s -> s.tasks().countByTag(id))
        .equal("tasks.findByTags(Collection)", s -> s.tasks().findByTags(TAGS))
        .equal(
            "tasks.withTags(Collection)",
            s -> s.tasks().withTags(TASKS.stream().map(ScopeWorld::task).toList()))
        .equal(
            "tasks.withTags(Page)",
            s ->
                s.tasks()
                    .withTags(
                        new Page<>(
                            List.of(task(other(0)), task(own(0))),
                            Optional.empty(),
                            Optional.empty())));
  }

  private static void addInserts(ScopeScenarios all) {
    all.equalForEach(
            "tasks.insert(Object)",
            USERS,
            id -> s -> s.tasks().insert(draft(id, (int) id.getLeastSignificantBits())))
        .equal("tasks.insert(Object)", s -> s.tasks().insert(draft(ADA, 1).id(own(0))))
        .equal(
            "tasks.insertAll(Collection)",
            s -> s.tasks().insertAll(List.of(draft(ADA, 1), draft(ADA, 2))),
            s -> s.tasks().insertAll(List.of(draft(ADA, 3), draft(BOB, 4), draft(NOBODY, 5))))
        .equalForEach(
            "tasks.insertCopy(Object)",
            USERS,
            id -> s -> s.tasks().insertCopy(copy(id, (int) id.getLeastSignificantBits())))
        .equal("tasks.insertCopy(Object)", s -> s.tasks().insertCopy(task(own(0))))
        .equal(
            "tasks.insertAllCopies(Collection)",
            s -> s.tasks().insertAllCopies(List.of(copy(ADA, 1), copy(ADA, 2))),
            s -> s.tasks().insertAllCopies(List.of(copy(ADA, 3), copy(BOB, 4), copy(NOBODY, 5))))
        .equal(
            "tasks.load(Stream)",
            s -> s.tasks().load(Stream.of(draft(ADA, 1), draft(ADA, 2))),
            s -> s.tasks().load(Stream.of(draft(ADA, 3), draft(BOB, 4))),
            s -> s.tasks().load(Stream.of(draft(ADA, 3), draft(NOBODY, 4))))
        .equal(
            "tasks.load(Stream, LongConsumer)",
            s -> s.tasks().load(Stream.of(draft(ADA, 1)), loaded -> {}),
            s -> s.tasks().load(Stream.of(draft(BOB, 2)), loaded -> {}));
  }

  private static void addUpdates(ScopeScenarios all) {
    all.equalForEach("tasks.update(Object)", TASKS, id -> s -> s.tasks().update(changed(id)))
        .equal(
            "tasks.update(Object)",
            s -> s.tasks().update(task(other(0)).with().userId(ADA).build()),
            s -> s.tasks().update(task(own(0)).with().version(9).userId(BOB).build()),
            s -> s.tasks().update(task(own(2)).with().version(1).userId(BOB).build()),
            s -> s.tasks().update(task(own(2)).with().version(1).userId(NOBODY).build()))
        .equal(
            "tasks.updateAll(Collection)",
            s -> s.tasks().updateAll(List.of(changed(own(1)), changed(own(0)))),
            s -> s.tasks().updateAll(List.of(changed(own(2)), changed(other(0)))),
            s ->
                s.tasks()
                    .updateAll(
                        List.of(
                            changed(own(2)), task(own(2)).with().version(1).userId(BOB).build())),
            s ->
                s.tasks()
                    .updateAll(List.of(changed(other(0)), task(own(2)).with().userId(BOB).build())))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none().title("changed")))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none().userId(ADA)))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none().userId(BOB)))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none()))
        .equalForEach(
            "tasks.update(Object, long, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, 0, TaskChanges.none().title("again")))
        .equalForEach(
            "tasks.update(Object, long, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, 5, TaskChanges.none().userId(BOB)))
        .equalForEach("tasks.start(UUID)", TASKS, id -> s -> s.tasks().start(id))
        .equalForEach("tasks.complete(UUID)", TASKS, id -> s -> s.tasks().complete(id))
        .equalForEach("tasks.reopen(UUID)", TASKS, id -> s -> s.tasks().reopen(id));
  }

  private static void addDeletes(ScopeScenarios all) {
    all.equalForEach(
            "tasks.delete(Object)",
            TASKS,
            id ->
                s -> {
                  s.tasks().delete(task(id));
                  return "deleted";
                })
        .equalForEach("tasks.deleteById(Object)", TASKS, id -> s -> s.tasks().deleteById(id))
        .equalForEach(
            "tasks.deleteById(Object, long)",
            TASKS,
            id ->
                s -> {
                  s.tasks().deleteById(id, 0);
                  return "deleted";
                })
        .equal("tasks.deleteAllById(Collection)", s -> s.tasks().deleteAllById(TASKS));
  }

  private static void addTags(ScopeScenarios all) {
    all.equalForEach(
            "tasks.attachTags(UUID, Collection)",
            TASKS,
            id -> s -> s.tasks().attachTags(id, List.of(X, Z)))
        .equal(
            "tasks.attachTags(UUID, Collection)",
            s -> s.tasks().attachTags(own(0), List.of(MISSING)))
        .equal(
            "tasks.attachTags(Map)",
            s -> s.tasks().attachTags(Map.of(own(1), List.of(Y), own(2), List.of(X))),
            s -> s.tasks().attachTags(Map.of(own(1), List.of(Z), other(2), List.of(X))),
            s -> s.tasks().attachTags(Map.of(own(1), List.of(Z), MISSING, List.of(X))))
        .equalForEach(
            "tasks.detachTags(UUID, Collection)",
            TASKS,
            id -> s -> s.tasks().detachTags(id, List.of(X, Y)));
  }
}
