package dev.taskstore.examples.console.plans;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.db.KeyedSelection;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.impl.DSL;

/** The queries of a typical task manager. */
final class Queries {

  private static final int SIZE = 50;

  private Queries() {}

  static List<Query> all() {
    return List.of(
        Query.of(
            "One task",
            "tasks().findById(id)",
            store -> store.tasks().findById(ManyTasks.task(4_711)),
            "pk_tasks"),
        Query.of(
            "A user by username",
            "users().findByUsername(\"ada\")",
            store -> store.users().findByUsername("user17"),
            "uq_users_username"),
        Query.of(
            "A user by e-mail address",
            "users().findByEmail(\"ada@example.com\")",
            store -> store.users().findByEmail("user17@example.com"),
            "uq_users_email"),
        Query.of(
            "A tag by name",
            "tags().findByName(\"urgent\")",
            store -> store.tags().findByName("tag17"),
            "uq_tags_name"),
        pages(
            "All tasks, newest first",
            "tasks().findNewest(page)",
            (store, page) -> store.tasks().findNewest(page),
            "ix_tasks_created_at"),
        pages(
            "The tasks of a user, newest first",
            "tasks().findByUser(userId, page)",
            (store, page) -> store.tasks().findByUser(ManyTasks.user(ManyTasks.BUSY_USER), page),
            "ix_tasks_user_id_created_at"),
        pages(
            "The tasks of an assignee, newest first",
            "tasks().findByAssignee(userId, page)",
            (store, page) ->
                store.tasks().findByAssignee(ManyTasks.user(ManyTasks.BUSY_USER), page),
            "ix_tasks_assignee_id_created_at"),
        pages(
            "The open tasks of an assignee, newest first",
            "tasks().findOpenByAssignee(userId, page)",
            (store, page) ->
                store.tasks().findOpenByAssignee(ManyTasks.user(ManyTasks.BUSY_USER), page),
            "ix_tasks_open_assignee_id"),
        Query.of(
            "The tasks without an assignee, newest first",
            "tasks().findWithoutAssignee(page)",
            store -> store.tasks().findWithoutAssignee(PageRequest.first(SIZE))),
        pages(
            "The tasks that are shared with a user",
            "tasks().findByCollaborator(userId, page)",
            (store, page) ->
                store.tasks().findByCollaborator(ManyTasks.user(ManyTasks.BUSY_USER), page),
            "ix_task_shares_collaborator_id"),
        Query.of(
                "The collaborators of a task",
                "users().findByTasks(List.of(id))",
                store -> store.users().findByTasks(List.of(ManyTasks.task(4_712))),
                "pk_task_shares")
            .sorting("the users of the tasks"),
        Query.of(
            "How many tasks a user has",
            "tasks().countByUser(userId)",
            store -> store.tasks().countByUser(ManyTasks.user(ManyTasks.BUSY_USER))),
        pages(
            "Open tasks of high priority, oldest first",
            "tasks().findOpenHighPriority(page)",
            (store, page) -> store.tasks().findOpenHighPriority(page),
            "ix_tasks_open_high_priority"),
        pages(
            "Overdue tasks, the longest overdue first",
            "tasks().findOverdue(page)",
            (store, page) -> store.tasks().findOpenDueBefore(ManyTasks.NOW, page),
            "ix_tasks_open_due_at"),
        pages(
            "Titles that begin with a text",
            "tasks().findByTitlePrefix(\"Water\", page)",
            (store, page) -> store.tasks().findByTitlePrefix("Water no. 1", page),
            "ix_tasks_title"),
        Query.of(
                "Titles that contain a text",
                "tasks().searchTitle(\"potato\", page)",
                store -> store.tasks().searchTitle("no. 47", PageRequest.first(SIZE)))
            .scanning(
                "Reads tasks from the newest until the page is full; with few matches it reads all"
                    + " tasks. There is no full-text or trigram index.",
                "tasks")
            .sorting("the matches"),
        Query.of(
                "Task counts of each user",
                "tasks().statisticsByUser()",
                store -> store.tasks().statisticsByUser(),
                "ix_tasks_user_id_status")
            .scanning(
                "Counts every task: it reads the whole index, but not the table. Its cost grows with"
                    + " the number of tasks.",
                "tasks",
                "users")
            .sorting("the users"),
        Query.of(
                "The tags of the tasks on a page",
                "tasks().withTags(page.items())",
                store ->
                    store
                        .tasks()
                        .withTags(
                            store
                                .tasks()
                                .findByUser(
                                    ManyTasks.user(ManyTasks.BUSY_USER), PageRequest.first(SIZE))
                                .items()),
                "pk_task_tags")
            .scanning("", "tags")
            .sorting("the tags of one page of tasks"),
        pages(
                "The tasks of a tag",
                "tasks().findByTag(tagId, page)",
                (store, page) -> store.tasks().findByTag(ManyTasks.tag(ManyTasks.COMMON_TAG), page),
                "ix_task_tags_tag_id")
            .noting(
                "Newest first, as identifiers are ordered by time. The page is limited on the join table"
                    + " before its tasks are looked up, so that the cost does not depend on the number of"
                    + " tasks with the tag."),
        Query.of(
                "Task counts of each tag",
                "tags().statistics()",
                store -> store.tags().statistics())
            .scanning(
                "Counts every row of the join table. Its cost grows with their number.",
                "task_tags",
                "tags")
            .sorting("the tags"),
        Query.of(
                "How many tasks of each status a user has",
                "tasks().where(TASKS.USER_ID.eq(userId)).countBy(TASKS.STATUS)",
                store -> assertThat(tasksOf(store, 17).countBy(TASKS.STATUS)).isNotEmpty(),
                "ix_tasks_user_id_status")
            .sorting("the counts"),
        Query.of(
            "When the newest task was created",
            "tasks().where(DSL.noCondition()).max(TASKS.CREATED_AT)",
            store ->
                assertThat(store.tasks().where(DSL.noCondition()).max(TASKS.CREATED_AT))
                    .isPresent(),
            "ix_tasks_created_at"),
        Query.of(
            "The sum of a column over the tasks of a user",
            "tasks().where(TASKS.USER_ID.eq(userId)).sum(TASKS.VERSION)",
            store -> assertThat(tasksOf(store, 17).sum(TASKS.VERSION)).isPresent()),
        Query.of(
            "Update a task with optimistic locking",
            "tasks().update(task)",
            store -> {
              Task task = store.tasks().getById(ManyTasks.task(4_711));
              store.tasks().update(task.with().title("Changed").build());
            },
            "pk_tasks"),
        Query.of(
            "Complete a task",
            "tasks().complete(id)",
            store ->
                store
                    .tasks()
                    .update(ManyTasks.task(4_711), TaskChanges.none().status(TaskStatus.COMPLETED)),
            "pk_tasks"),
        Query.of(
            "Delete a task with optimistic locking",
            "tasks().deleteById(id, version)",
            store -> {
              Task task = store.tasks().getById(ManyTasks.task(4_713));
              store.tasks().deleteById(task.id(), task.version());
            },
            "pk_tasks"),
        Query.of(
            "Update the tasks of a user",
            "tasks().where(TASKS.USER_ID.eq(userId)).update(changes)",
            store ->
                assertThat(tasksOf(store, 18).update(TaskChanges.none().priority(TaskPriority.LOW)))
                    .isPositive()),
        Query.of(
            "Delete the tasks of a user",
            "tasks().where(TASKS.USER_ID.eq(userId)).delete()",
            store -> assertThat(tasksOf(store, 19).delete()).isPositive()));
  }

  private static KeyedSelection<Task, TaskChanges> tasksOf(TaskStore store, int user) {
    return store.tasks().where(TASKS.USER_ID.eq(ManyTasks.user(user)));
  }

  /** Reads the first and the second page, which are different statements. */
  private static Query pages(
      String title,
      String call,
      BiFunction<TaskStore, PageRequest, Page<Task>> query,
      String index) {
    return Query.of(
        title,
        call,
        store -> {
          Page<Task> first = query.apply(store, PageRequest.first(SIZE));
          assertThat(query.apply(store, first.next().orElseThrow()).items()).isNotEmpty();
        },
        index);
  }
}
