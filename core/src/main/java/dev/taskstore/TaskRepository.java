package dev.taskstore;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.KeysetQuery;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Parameter;
import dev.taskstore.db.Session;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.schema.TaskRepositoryBase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The repository of tasks. Thread-safe if its session is: that of a {@link TaskStore} is, that of a
 * {@link TaskTransaction} is not.
 *
 * <p>Maintains {@code completedAt}: a write that completes a task sets it to the time of the write,
 * unless the caller sets a time, and a write that reopens a task clears it. A subclass can add
 * queries, but not replace this rule.
 */
public class TaskRepository extends TaskRepositoryBase {

  private static final KeysetOrder NEWEST_FIRST =
      KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID);

  private static final Condition IS_OPEN =
      TASKS.STATUS.ne(DSL.inline(TaskStatus.COMPLETED, TASKS.STATUS));

  private static final KeysetQuery ALL = KeysetQuery.from(TASKS).orderBy(NEWEST_FIRST);

  private static final KeysetQuery OPEN_HIGH_PRIORITY =
      KeysetQuery.from(TASKS)
          .where(TASKS.PRIORITY.eq(DSL.inline(TaskPriority.HIGH, TASKS.PRIORITY)).and(IS_OPEN))
          .orderBy(KeysetOrder.ascending(TASKS.CREATED_AT, TASKS.ID));

  private static final KeysetQuery OPEN_DUE_BEFORE =
      KeysetQuery.from(TASKS)
          .where(IS_OPEN.and(TASKS.DUE_AT.lessThan(Parameter.of(TASKS.DUE_AT))))
          .orderBy(KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID).withoutNulls());

  private static final KeysetQuery OPEN_BY_ASSIGNEE =
      KeysetQuery.from(TASKS)
          .where(TASKS.ASSIGNEE_ID.eq(Parameter.of(TASKS.ASSIGNEE_ID)).and(IS_OPEN))
          .orderBy(NEWEST_FIRST);

  private static final KeysetQuery TITLE_CONTAINS =
      KeysetQuery.from(TASKS)
          .where(dialect -> dialect.textSearch().matches(TASKS.TITLE, Parameter.of(TASKS.TITLE)))
          .orderBy(NEWEST_FIRST);

  private static final KeysetOrder BY_TITLE = KeysetOrder.ascending(TASKS.TITLE, TASKS.ID);

  private static final KeysetQuery TITLE_BETWEEN =
      KeysetQuery.from(TASKS)
          .where(
              TASKS
                  .TITLE
                  .greaterOrEqual(Parameter.of(TASKS.TITLE))
                  .and(TASKS.TITLE.lessThan(Parameter.of(TASKS.TITLE))))
          .orderBy(BY_TITLE);

  private static final KeysetQuery TITLE_FROM =
      KeysetQuery.from(TASKS)
          .where(TASKS.TITLE.greaterOrEqual(Parameter.of(TASKS.TITLE)))
          .orderBy(BY_TITLE);

  private static final int MAXIMUM_SEARCH_LENGTH = 255;

  /**
   * Creates the repository, for a subclass with queries of the application or for a session whose
   * schema has more tables.
   *
   * @param session the database, scope or transaction on which it runs
   */
  public TaskRepository(Session session) {
    super(session);
  }

  @Override
  protected final Task beforeWrite(Task task) {
    boolean completed = task.status() == TaskStatus.COMPLETED;
    if (completed == (task.completedAt() != null)) {
      return task;
    }
    return task.with().completedAt(completed ? task.updatedAt() : null).build();
  }

  @Override
  protected final TaskChanges beforeChange(TaskChanges changes, Instant now) {
    if (!changes.contains(TASKS.STATUS) || changes.contains(TASKS.COMPLETED_AT)) {
      return changes;
    }
    boolean completed = changes.values().get(TASKS.STATUS) == TaskStatus.COMPLETED;
    return changes.completedAt(completed ? now : null);
  }

  /**
   * Lists all tasks, newest first.
   *
   * @param request the request for a page
   * @return the page
   */
  public Page<Task> findNewest(PageRequest request) {
    return page(ALL, request);
  }

  /**
   * Lists the high-priority tasks that are not completed, oldest first.
   *
   * @param request the request for a page
   * @return the page
   */
  public Page<Task> findOpenHighPriority(PageRequest request) {
    return page(OPEN_HIGH_PRIORITY, request);
  }

  /**
   * Lists the tasks that are overdue and not completed, the longest overdue first.
   *
   * @param request the request for a page
   * @return the page
   */
  public Page<Task> findOverdue(PageRequest request) {
    return findOpenDueBefore(now(), request);
  }

  /**
   * Lists the tasks that are due before a given time and not completed, in the order of their due
   * time.
   *
   * @param time the time, exclusive
   * @param request the request for a page
   * @return the page
   */
  public Page<Task> findOpenDueBefore(Instant time, PageRequest request) {
    return page(OPEN_DUE_BEFORE, request, time);
  }

  /**
   * Lists the tasks that are assigned to a user and not completed, newest first.
   *
   * @param assigneeId the identifier of the user
   * @param request the request for a page
   * @return the page
   */
  public Page<Task> findOpenByAssignee(UUID assigneeId, PageRequest request) {
    return page(OPEN_BY_ASSIGNEE, request, Objects.requireNonNull(assigneeId, "assigneeId"));
  }

  /**
   * Lists the tasks whose title contains a text, newest first. The search is case-insensitive by
   * Unicode's simple case mappings; accents and compatibility forms are significant.
   *
   * <p>The search scans titles until the page is full. Its cost grows with the number of tasks that
   * do not match.
   *
   * @param text the text to find, without wildcards, 1 to 255 code points
   * @param request the request for a page
   * @return the page
   * @throws InvalidArgumentException if the text is too short or too long, or contains a NUL
   *     character or a lone surrogate
   */
  public Page<Task> searchTitle(String text, PageRequest request) {
    checkSearch(text);
    return page(TITLE_CONTAINS, request, textSearch().pattern(text));
  }

  /**
   * Lists the tasks whose title begins with a prefix, in the order of their titles. The search is
   * case-sensitive.
   *
   * @param prefix the prefix, 1 to 255 code points
   * @param request the request for a page
   * @return the page
   * @throws InvalidArgumentException if the prefix is too short or too long, or contains a NUL
   *     character or a lone surrogate
   */
  public Page<Task> findByTitlePrefix(String prefix, PageRequest request) {
    checkSearch(prefix);
    String end = CodePointRange.endOfPrefix(prefix);
    return end == null
        ? page(TITLE_FROM, request, prefix)
        : page(TITLE_BETWEEN, request, prefix, end);
  }

  private static void checkSearch(String text) {
    Codecs.TEXT.validate("The search text", text);
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > MAXIMUM_SEARCH_LENGTH) {
      throw new InvalidArgumentException(
          "The search text must have 1 to "
              + MAXIMUM_SEARCH_LENGTH
              + " code points but has "
              + length
              + ".",
          FailureContext.NONE);
    }
  }

  /**
   * Counts the tasks of each user by status, with an index-only scan of the tasks.
   *
   * @return the statistics of all users, including those without tasks, in the order of their
   *     usernames
   */
  public List<UserStatistics> statisticsByUser() {
    return list(StatisticsQuery.BY_USER, StatisticsQuery::read);
  }

  /**
   * Reads the tags of tasks, with one query for several hundred tasks.
   *
   * @param tasks the tasks
   * @return each task with its tags, in the order of the argument
   */
  public List<TaskWithTags> withTags(Collection<Task> tasks) {
    Map<UUID, List<Tag>> tags =
        new TagRepository(session()).findByTasks(tasks.stream().map(Task::id).toList());
    return tasks.stream()
        .map(task -> new TaskWithTags(task, tags.getOrDefault(task.id(), List.of())))
        .toList();
  }

  /**
   * Reads the tags of the tasks of a page.
   *
   * @param page the page
   * @return the page with the tags of each task
   */
  public Page<TaskWithTags> withTags(Page<Task> page) {
    return new Page<>(withTags(page.items()), page.next(), page.previous());
  }

  /**
   * Marks a task as in progress.
   *
   * @param id the identifier of the task
   * @return the updated task
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the task does not exist
   */
  public Task start(UUID id) {
    return update(id, TaskChanges.none().status(TaskStatus.IN_PROGRESS));
  }

  /**
   * Marks a task as completed at the current time.
   *
   * @param id the identifier of the task
   * @return the updated task
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the task does not exist
   */
  public Task complete(UUID id) {
    return update(id, TaskChanges.none().status(TaskStatus.COMPLETED));
  }

  /**
   * Marks a task as pending.
   *
   * @param id the identifier of the task
   * @return the updated task
   * @throws dev.taskstore.db.exception.EntityNotFoundException if the task does not exist
   */
  public Task reopen(UUID id) {
    return update(id, TaskChanges.none().status(TaskStatus.PENDING));
  }
}
