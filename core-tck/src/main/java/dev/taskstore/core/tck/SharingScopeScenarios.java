package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.MISSING;
import static dev.taskstore.core.tck.ScopeWorld.TASKS;
import static dev.taskstore.core.tck.ScopeWorld.USERS;
import static dev.taskstore.core.tck.ScopeWorld.other;
import static dev.taskstore.core.tck.ScopeWorld.own;
import static dev.taskstore.core.tck.ScopeWorld.page;

import dev.taskstore.TaskChanges;
import dev.taskstore.db.PageRequest;
import java.util.List;
import java.util.Map;

/** The calls of assignees and collaborators in a scope. {@link SharingContract} shares tasks. */
final class SharingScopeScenarios {

  private SharingScopeScenarios() {}

  static void addTo(ScopeScenarios all) {
    addTasks(all);
    addCollaborators(all);
    addUsers(all);
  }

  private static void addTasks(ScopeScenarios all) {
    all.equalForEach(
            "tasks.findByAssignee(UUID, PageRequest)",
            USERS,
            id -> s -> s.tasks().findByAssignee(id, page()))
        .equalForEach(
            "tasks.findOpenByAssignee(UUID, PageRequest)",
            USERS,
            id -> s -> s.tasks().findOpenByAssignee(id, page()))
        .equalForEach(
            "tasks.countByAssignee(UUID)", USERS, id -> s -> s.tasks().countByAssignee(id))
        .equal(
            "tasks.findWithoutAssignee(PageRequest)",
            s -> s.tasks().findWithoutAssignee(PageRequest.first(1)),
            s ->
                s.tasks()
                    .findWithoutAssignee(
                        s.tasks().findWithoutAssignee(PageRequest.first(1)).next().orElseThrow()))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none().assigneeId(ADA)))
        .equalForEach(
            "tasks.update(Object, Changes)",
            TASKS,
            id -> s -> s.tasks().update(id, TaskChanges.none().assigneeId(null)))
        .equal(
            "tasks.update(Object, Changes)",
            s -> s.tasks().update(own(0), TaskChanges.none().assigneeId(MISSING)));
  }

  private static void addCollaborators(ScopeScenarios all) {
    all.equalForEach(
            "tasks.findByCollaborator(UUID, PageRequest)",
            USERS,
            id -> s -> s.tasks().findByCollaborator(id, page()))
        .equalForEach(
            "tasks.countByCollaborator(UUID)", USERS, id -> s -> s.tasks().countByCollaborator(id))
        .equal("tasks.findByCollaborators(Collection)", s -> s.tasks().findByCollaborators(USERS))
        .equalForEach(
            "tasks.attachCollaborators(UUID, Collection)",
            TASKS,
            id -> s -> s.tasks().attachCollaborators(id, List.of(ADA)))
        .equal(
            "tasks.attachCollaborators(UUID, Collection)",
            s -> s.tasks().attachCollaborators(own(1), List.of(MISSING)))
        .equal(
            "tasks.attachCollaborators(Map)",
            s -> s.tasks().attachCollaborators(Map.of(own(1), List.of(ADA), own(2), List.of(ADA))),
            s ->
                s.tasks().attachCollaborators(Map.of(own(0), List.of(ADA), other(2), List.of(ADA))))
        .equalForEach(
            "tasks.detachCollaborators(UUID, Collection)",
            TASKS,
            id -> s -> s.tasks().detachCollaborators(id, List.of(ADA, BOB)));
  }

  private static void addUsers(ScopeScenarios all) {
    all.equalForEach(
            "users.findByTask(UUID, PageRequest)",
            TASKS,
            id -> s -> s.users().findByTask(id, page()))
        .equalForEach("users.countByTask(UUID)", TASKS, id -> s -> s.users().countByTask(id))
        .equal("users.findByTasks(Collection)", s -> s.users().findByTasks(TASKS))
        .equalForEach(
            "users.attachTasks(UUID, Collection)",
            TASKS,
            id -> s -> s.users().attachTasks(ADA, List.of(id)))
        .equal(
            "users.attachTasks(Map)",
            s -> s.users().attachTasks(Map.of(ADA, List.of(own(1), own(2)))),
            s -> s.users().attachTasks(Map.of(ADA, List.of(own(0), other(1)))))
        .equal("users.detachTasks(UUID, Collection)", s -> s.users().detachTasks(ADA, TASKS))
        .equal("users.listNames(PageRequest)", s -> s.users().listNames(page()))
        .equal("users.findNames(Collection)", s -> s.users().findNames(USERS));
  }
}
