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

/** The tags, and which task bears which. As thread-safe as the session that it works on. */
public final class TagRepository extends TagRepositoryBase {

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

  TagRepository(Session session) {
    super(session);
  }

  /**
   * Gets tags by their names, and makes those that are not there yet.
   *
   * @param names the names; one that stands twice counts once
   * @return the tags in the order of their names' first mention
   * @throws dev.taskstore.db.exception.InvalidArgumentException when a name cannot be stored
   */
  public List<Tag> findOrCreateAll(Collection<String> names) {
    return findOrInsertAll(
        List.of(TAGS.NAME), new LinkedHashSet<>(names).stream().map(NewTag::of).toList());
  }

  /**
   * Puts tags on a task, and makes those that are not there yet.
   *
   * @param taskId the task
   * @param names the tags' names
   * @return how many of them the task did not bear before
   * @throws dev.taskstore.db.exception.ForeignKeyViolationException when there is no such task
   * @throws dev.taskstore.db.exception.InvalidArgumentException when a name cannot be stored
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
   * Takes tags from a task; the tags themselves stay.
   *
   * @param taskId the task
   * @param names the tags' names
   * @return how many of them the task bore
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
   * @return all tags, those without tasks too, by name
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
