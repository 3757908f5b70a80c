package dev.taskstore.examples.console.io;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A task as a file describes it. */
public sealed interface ImportedTask permits GitHubIssue, TodoItem {

  /**
   * Its identifier, the same whenever the file is read.
   *
   * @return the task's identifier
   */
  UUID id();

  /**
   * Who owns it.
   *
   * @return the user's name
   */
  String username();

  /**
   * The e-mail address of the owner, should there be no such user yet.
   *
   * @return an address
   */
  String email();

  /**
   * When it was created.
   *
   * @return the time
   */
  Instant createdAt();

  /**
   * What it is tagged with.
   *
   * @return names of tags
   */
  Set<String> tags();

  /**
   * The task, as it is stored for the first time.
   *
   * @param userId the owner
   * @return a draft
   */
  NewTask draft(UUID userId);

  /**
   * The task, as it is stored when it is there already. What the file's format cannot say stays as
   * it is.
   *
   * @param stored the task as it is stored
   * @param userId the owner
   * @return the task as it should be; equal to the stored one when the file says nothing new
   */
  Task applyTo(TaskDetails stored, UUID userId);

  /**
   * What the task is tagged with when it is there already.
   *
   * @param stored the task as it is stored
   * @return names of tags
   */
  default Set<String> tagsAfter(TaskDetails stored) {
    return tags();
  }
}
