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
import dev.taskstore.db.Selection;
import java.io.IOException;
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
    description = {
      "Lists open tasks page by page: newest first, or with --overdue by due time.",
      "With --all or --status, completed tasks are listed, too."
    })
final class ListCommand extends StoreCommand {

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID);

  private static final KeysetOrder BY_DUE_TIME =
      KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID).withoutNulls();

  private static final KeysetOrder MOST_URGENT_FIRST =
      KeysetOrder.of(TASKS.PRIORITY.desc(), TASKS.DUE_AT.asc(), TASKS.CREATED_AT.asc());

  @Option(
      names = {"-a", "--all"},
      description = "Include completed tasks.")
  private boolean all;

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

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "newest, due (only tasks with a due time) or priority (the most urgent first)."
              + " Default: newest, with --overdue due.")
  private TaskSort sort;

  @Mixin private PageOptions paging;

  @Override
  void run(TaskStore store) throws IOException {
    if (all && status != null) {
      throw usage("--all and --status exclude each other.");
    }
    Page<Task> page = page(store);
    paging.print(this, store, page);
    if (page.items().isEmpty() && !paging.isContinued()) {
      remark(emptyRemark());
    }
  }

  private boolean isFiltered() {
    return status != null || priority != null || tag != null || username != null || overdue;
  }

  private String emptyRemark() {
    if (isFiltered()) {
      return "No tasks match."
          + (all || overdue || status != null ? "" : " Include completed tasks: --all");
    }
    return all
        ? "No tasks. Add one: console add TITLE"
        : "No open tasks. Add one: console add TITLE. Include completed tasks: --all";
  }

  /**
   * Uses the repository query for a single filter, and a condition for a combination of filters.
   */
  private Page<Task> page(TaskStore store) {
    boolean filtersFields = status != null || priority != null || tag != null;
    TaskSort order = sort != null ? sort : overdue ? TaskSort.DUE : TaskSort.NEWEST;
    if (all && !filtersFields && !overdue && order == TaskSort.NEWEST) {
      return username == null
          ? store.tasks().findNewest(paging.request())
          : store.tasks().findByUser(UserOption.require(store, username).id(), paging.request());
    }
    Selection<Task> tasks = store.tasks().where(condition(store));
    return switch (order) {
      case NEWEST -> tasks.page(paging.request(), NEWEST_FIRST);
      case DUE -> tasks.page(paging.request(), BY_DUE_TIME);
      case PRIORITY -> tasks.page(paging.request(), MOST_URGENT_FIRST);
    };
  }

  private Condition condition(TaskStore store) {
    Condition condition = DSL.noCondition();
    if (username != null) {
      condition = condition.and(TASKS.USER_ID.eq(UserOption.require(store, username).id()));
    }
    if (status != null) {
      condition = condition.and(TASKS.STATUS.eq(status));
    } else if (!all) {
      condition = condition.and(TASKS.STATUS.ne(TaskStatus.COMPLETED));
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
              .and(TASKS.DUE_AT.lessThan(environment().clock().instant()))
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
