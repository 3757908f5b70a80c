package dev.taskstore.examples.web.task;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.TextSearch;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads pages of the tasks that a scope contains. Thread-safe. */
@Component
public class TaskQueries {

  private final TaskStore store;
  private final Clock clock;

  TaskQueries(TaskStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Reads a page.
   *
   * @param scope the scope of the user
   * @param userId the user, for {@link TaskFilter#ME}
   * @param filter the conditions and the order
   * @param zone the time zone in which days begin
   * @param request the position and size of the page
   * @return the page
   * @throws InvalidArgumentException if a text is not valid, or if the request was made for another
   *     order
   */
  public Page<Task> page(
      TaskScope scope, UUID userId, TaskFilter filter, ZoneId zone, PageRequest request) {
    return scope
        .tasks()
        .where(condition(userId, filter, zone))
        .page(request, filter.sort().order());
  }

  /**
   * Counts the tasks of all pages.
   *
   * @param scope the scope of the user
   * @param userId the user, for {@link TaskFilter#ME}
   * @param filter the conditions
   * @param zone the time zone in which days begin
   * @return the number of tasks
   * @throws InvalidArgumentException if a text is not valid
   */
  public long count(TaskScope scope, UUID userId, TaskFilter filter, ZoneId zone) {
    return scope.tasks().where(condition(userId, filter, zone)).count();
  }

  private Condition condition(UUID userId, TaskFilter filter, ZoneId zone) {
    Condition condition = filter.status().condition();
    if (filter.priority() != null) {
      condition = condition.and(TASKS.PRIORITY.eq(filter.priority()));
    }
    if (filter.tag() != null) {
      condition = condition.and(hasTag(filter.tag()));
    }
    if (filter.assignee() != null) {
      condition = condition.and(assigned(userId, filter.assignee()));
    }
    if (filter.due() != null) {
      condition = condition.and(filter.due().condition(clock, zone));
    }
    if (filter.text() != null) {
      condition = condition.and(contains(filter.text()));
    }
    return condition;
  }

  private static Condition hasTag(String name) {
    return TASKS.ID.in(
        DSL.select(TASK_TAGS.TASK_ID)
            .from(TASK_TAGS)
            .join(TAGS)
            .on(TAGS.ID.eq(TASK_TAGS.TAG_ID))
            .where(TAGS.NAME.eq(name)));
  }

  private Condition assigned(UUID userId, String assignee) {
    return switch (assignee) {
      case TaskFilter.ME -> TASKS.ASSIGNEE_ID.eq(userId);
      case TaskFilter.NOBODY -> TASKS.ASSIGNEE_ID.isNull();
      default -> {
        UUID id = store.users().findByUsername(assignee).map(User::id).orElse(null);
        yield id == null ? DSL.falseCondition() : TASKS.ASSIGNEE_ID.eq(id);
      }
    };
  }

  /** The database compares letters like {@code searchTitle}: upper and lower case are equal. */
  private Condition contains(String text) {
    TextSearch search = store.database().dialect().textSearch();
    Field<String> pattern = DSL.val(search.pattern(text));
    return search
        .matches(TASKS.TITLE, pattern)
        .or(search.matches(DSL.coalesce(TASKS.DESCRIPTION, DSL.inline("")), pattern));
  }
}
