package dev.taskstore.examples.console;

import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "Lists tasks page by page: newest first, or with --overdue by due time.")
final class ListCommand extends StoreCommand {

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID);

  private static final KeysetOrder BY_DUE_TIME =
      KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID).withoutNulls();

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "List only tasks of this user.")
  private String username;

  @Option(
      names = {"-s", "--status"},
      paramLabel = "STATUS",
      description = "List only tasks with this status: pending, in_progress or completed.")
  private TaskStatus status;

  @Option(
      names = {"-p", "--priority"},
      paramLabel = "PRIORITY",
      description = "List only tasks with this priority: low, medium or high.")
  private TaskPriority priority;

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "TAG",
      description = "List only tasks with this tag.")
  private String tag;

  @Option(names = "--overdue", description = "List only open tasks past their due time.")
  private boolean overdue;

  @Mixin private PageOptions paging;

  @Override
  void run(TaskStore store) throws IOException {
    paging.print(this, store, page(store));
  }

  /**
   * Uses the repository query for a single filter, and a condition for a combination of filters.
   */
  private Page<Task> page(TaskStore store) {
    boolean filtersFields = status != null || priority != null || tag != null;
    if (!filtersFields && !overdue) {
      return username == null
          ? store.tasks().findNewest(paging.request())
          : store.tasks().findByUser(UserOption.require(store, username).id(), paging.request());
    } else if (!filtersFields && username == null) {
      return store.tasks().findOverdue(paging.request());
    }
    return store
        .tasks()
        .where(condition(store))
        .page(paging.request(), overdue ? BY_DUE_TIME : NEWEST_FIRST);
  }

  private Condition condition(TaskStore store) {
    Condition condition = DSL.noCondition();
    if (username != null) {
      condition = condition.and(TASKS.USER_ID.eq(UserOption.require(store, username).id()));
    }
    if (status != null) {
      condition = condition.and(TASKS.STATUS.eq(status));
    }
    if (priority != null) {
      condition = condition.and(TASKS.PRIORITY.eq(priority));
    }
    if (tag != null) {
      condition = condition.and(TASKS.ID.in(tagged(store)));
    }
    if (overdue) {
      condition =
          condition
              .and(TASKS.DUE_AT.lessThan(Instant.now()))
              .and(TASKS.STATUS.ne(TaskStatus.COMPLETED));
    }
    return condition;
  }

  private Select<Record1<UUID>> tagged(TaskStore store) {
    Tag found =
        store
            .tags()
            .findByName(tag)
            .orElseThrow(() -> new NotFoundException("Tag '" + tag + "' does not exist."));
    return DSL.select(TASK_TAGS.TASK_ID).from(TASK_TAGS).where(TASK_TAGS.TAG_ID.eq(found.id()));
  }
}
