package dev.taskstore.testdata;

import java.util.Objects;
import java.util.UUID;

/**
 * A tag of a task. Immutable.
 *
 * @param taskId the task
 * @param tagId the tag
 */
public record TaskTag(UUID taskId, UUID tagId) {

  /**
   * Checks that both are present.
   *
   * @throws NullPointerException if one is null
   */
  public TaskTag {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(tagId, "tagId");
  }
}
