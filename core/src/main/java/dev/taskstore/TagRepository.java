package dev.taskstore;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.db.FixedQuery;
import dev.taskstore.db.Session;
import dev.taskstore.schema.TagRepositoryBase;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The repository of tags and of their assignment to tasks. Thread-safe if its session is: that of a
 * {@link TaskStore} is, that of a {@link TaskTransaction} is not.
 */
public class TagRepository extends TagRepositoryBase {

  private static final Table<?> COUNTS =
      DSL.select(TASK_TAGS.TAG_ID, DSL.count().as("total"))
          .from(TASK_TAGS)
          .groupBy(TASK_TAGS.TAG_ID)
          .asTable("counts");

  private static final FixedQuery STATISTICS =
      FixedQuery.of(
          DSL.select(
                  TAGS.ID,
                  TAGS.NAME,
                  DSL.coalesce(COUNTS.field("total", Integer.class), DSL.inline(0)))
              .from(TAGS)
              .leftJoin(COUNTS)
              .on(TAGS.ID.eq(COUNTS.field(TASK_TAGS.TAG_ID)))
              .orderBy(TAGS.NAME));

  /**
   * Creates the repository, for a subclass with queries of the application or for a session whose
   * schema has more tables.
   *
   * @param session the database, scope or transaction on which it runs
   */
  public TagRepository(Session session) {
    super(session);
  }

  /**
   * Finds tags by name, and creates those that do not exist.
   *
   * @param names the names of the tags; duplicates are ignored
   * @return the tags in the order of the first occurrence of their names
   * @throws dev.taskstore.db.exception.InvalidArgumentException if a name is too short or too long,
   *     or contains a NUL character or a lone surrogate
   */
  public List<Tag> findOrCreateAll(Collection<String> names) {
    return findOrInsertAll(
        List.of(TAGS.NAME), new LinkedHashSet<>(names).stream().map(NewTag::of).toList());
  }

  /**
   * Attaches tags to a task, and creates those that do not exist.
   *
   * @param taskId the identifier of the task
   * @param names the names of the tags
   * @return the number of tags that the task did not have before
   * @throws dev.taskstore.db.exception.ForeignKeyViolationException if the task does not exist
   * @throws dev.taskstore.db.exception.InvalidArgumentException if a name is too short or too long,
   *     or contains a NUL character or a lone surrogate
   */
  public int attach(UUID taskId, String... names) {
    Objects.requireNonNull(taskId, "taskId");
    return session()
        .transactionResult(
            transaction -> {
              TagRepository tags = new TagRepository(transaction);
              TaskRepository tasks = new TaskRepository(transaction);
              List<UUID> ids =
                  tags.findOrCreateAll(Arrays.asList(names)).stream().map(Tag::id).toList();
              return tasks.attachTags(taskId, ids);
            });
  }

  /**
   * Detaches tags from a task. The tags themselves remain.
   *
   * @param taskId the identifier of the task
   * @param names the names of the tags
   * @return the number of tags that the task had before
   */
  public int detach(UUID taskId, String... names) {
    Objects.requireNonNull(taskId, "taskId");
    return session()
        .transactionResult(
            transaction -> {
              TagRepository tags = new TagRepository(transaction);
              TaskRepository tasks = new TaskRepository(transaction);
              List<UUID> ids =
                  tags.findAllByName(Arrays.asList(names)).stream().map(Tag::id).toList();
              return tasks.detachTags(taskId, ids);
            });
  }

  /**
   * Counts the tasks of each tag.
   *
   * @return the statistics of all tags, including those without tasks, in the order of their names
   */
  public List<TagStatistics> statistics() {
    return list(
        STATISTICS,
        row ->
            new TagStatistics(
                Objects.requireNonNull(row.uuid(1)),
                Objects.requireNonNull(row.text(2)),
                row.count(3)));
  }
}
