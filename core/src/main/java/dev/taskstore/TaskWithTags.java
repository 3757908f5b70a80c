package dev.taskstore;

import java.util.List;

/**
 * A task with its tags. Immutable.
 *
 * @param task the task
 * @param tags its tags in the order of their names; unmodifiable
 */
public record TaskWithTags(Task task, List<Tag> tags) {

  /** Copies the tags. */
  public TaskWithTags {
    tags = List.copyOf(tags);
  }
}
