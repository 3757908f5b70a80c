package dev.taskstore.dialect.tck.tasks;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;

import dev.taskstore.db.Session;
import dev.taskstore.dialect.tck.tasks.schema.TagRepositoryBase;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Tags, with methods of the application's own. Thread-safe if its session is. */
public final class TagRepository extends TagRepositoryBase {

  TagRepository(Session session) {
    super(session);
  }

  /**
   * Returns the tags with the given names and inserts those that do not exist.
   *
   * @param names the names
   * @return the tags, in the order of the names, each once
   */
  public List<Tag> findOrCreateAll(Collection<String> names) {
    return findOrInsertAll(
        List.of(TAGS.NAME), new LinkedHashSet<>(names).stream().map(NewTag::of).toList());
  }

  /**
   * Attaches tags to a task and inserts those that do not exist, in one transaction.
   *
   * @param taskId the key of the task
   * @param names the names of the tags
   * @return how many tags the task did not have before
   */
  public int attach(UUID taskId, String... names) {
    return session()
        .transactionResult(
            transaction -> {
              List<Tag> tags = new TagRepository(transaction).findOrCreateAll(Arrays.asList(names));
              return new TaskRepository(transaction)
                  .attachTags(taskId, tags.stream().map(Tag::id).toList());
            });
  }
}
