package dev.taskstore.dialect.tck.tasks;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.KeysetQuery;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Parameter;
import dev.taskstore.db.Session;
import dev.taskstore.dialect.tck.tasks.schema.TaskRepositoryBase;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Tasks, with queries of the application's own. Thread-safe if its session is. */
public final class TaskRepository extends TaskRepositoryBase {

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID);

  private static final Condition IS_OPEN =
      TASKS.STATUS.ne(DSL.inline(TaskStatus.COMPLETED, TASKS.STATUS));

  private static final KeysetQuery ALL = KeysetQuery.from(TASKS).orderBy(NEWEST_FIRST);

  private static final KeysetQuery OPEN_DUE_BEFORE =
      KeysetQuery.from(TASKS)
          .where(IS_OPEN.and(TASKS.DUE_AT.lessThan(Parameter.of(TASKS.DUE_AT))))
          .orderBy(KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID).withoutNulls());

  private static final KeysetQuery MOST_URGENT =
      KeysetQuery.from(TASKS)
          .where(IS_OPEN)
          .orderBy(KeysetOrder.of(TASKS.PRIORITY.desc(), TASKS.DUE_AT.asc()));

  private static final KeysetQuery ALL_BY_TIMES =
      KeysetQuery.from(TASKS).orderBy(KeysetOrder.of(TASKS.DUE_AT.asc(), TASKS.COMPLETED_AT.asc()));

  private static final KeysetQuery TITLE_CONTAINS =
      KeysetQuery.from(TASKS)
          .where(dialect -> dialect.textSearch().matches(TASKS.TITLE, Parameter.of(TASKS.TITLE)))
          .orderBy(NEWEST_FIRST);

  TaskRepository(Session session) {
    super(session);
  }

  @Override
  protected Task beforeWrite(Task task) {
    boolean completed = task.status() == TaskStatus.COMPLETED;
    if (completed == (task.completedAt() != null)) {
      return task;
    }
    return task.with().completedAt(completed ? task.updatedAt() : null).build();
  }

  @Override
  protected TaskChanges beforeChange(TaskChanges changes, Instant now) {
    if (!changes.contains(TASKS.STATUS) || changes.contains(TASKS.COMPLETED_AT)) {
      return changes;
    }
    boolean completed = changes.values().get(TASKS.STATUS) == TaskStatus.COMPLETED;
    return changes.completedAt(completed ? now : null);
  }

  /**
   * Returns a page of all tasks, newest first.
   *
   * @param request which page
   * @return the page
   */
  public Page<Task> findNewest(PageRequest request) {
    return page(ALL, request);
  }

  /**
   * Returns a page of all tasks, by the times at which they are due and were completed; tasks
   * without a time are last.
   *
   * @param request which page
   * @return the page
   */
  public Page<Task> findByTimes(PageRequest request) {
    return page(ALL_BY_TIMES, request);
  }

  /**
   * Returns a page of the tasks that are open and due before a time, by the time at which they are
   * due.
   *
   * @param time the time
   * @param request which page
   * @return the page
   */
  public Page<Task> findOpenDueBefore(Instant time, PageRequest request) {
    return page(OPEN_DUE_BEFORE, request, time);
  }

  /**
   * Returns a page of the tasks that are open, the most urgent first.
   *
   * @param request which page
   * @return the page
   */
  public Page<Task> findMostUrgent(PageRequest request) {
    return page(MOST_URGENT, request);
  }

  /**
   * Returns a page of the tasks whose title contains a text, newest first.
   *
   * @param text the text, compared without regard to case
   * @param request which page
   * @return the page
   */
  public Page<Task> searchTitle(String text, PageRequest request) {
    return page(TITLE_CONTAINS, request, textSearch().pattern(text));
  }
}
