package dev.taskstore;

import java.util.List;

/**
 * A task together with its tags.
 *
 * @param task the task
 * @param tags its tags by name; unmodifiable
 */
public record TaskWithTags(Task task, List<Tag> tags) {

  /** Copies the tags. */
  public TaskWithTags {
    tags = List.copyOf(tags);
  }
}
