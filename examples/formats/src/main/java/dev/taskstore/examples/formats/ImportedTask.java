package dev.taskstore.examples.formats;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A task read from a file. */
public sealed interface ImportedTask permits GitHubIssue, TodoItem {

  /**
   * Returns the ID of the task. It is the same each time the file is read.
   *
   * @return the ID
   */
  UUID id();

  /**
   * Returns the name of the owner.
   *
   * @return the username
   */
  String username();

  /**
   * Returns the e-mail address to use if the owner is created.
   *
   * @return the address
   */
  String email();

  /**
   * Returns the creation time.
   *
   * @return the time
   */
  Instant createdAt();

  /**
   * Returns the names of the tags.
   *
   * @return the names
   */
  Set<String> tags();

  /**
   * Returns the task to insert if it does not exist.
   *
   * @param userId the owner
   * @return the new task
   */
  NewTask draft(UUID userId);

  /**
   * Returns the stored task with the values of the file. Fields that the file format cannot express
   * keep their stored values.
   *
   * @param stored the stored task
   * @param userId the owner
   * @return the task to store; equal to the stored one if the file contains no change
   */
  Task applyTo(TaskDetails stored, UUID userId);

  /**
   * Returns the names of the tags that a stored task has after the import.
   *
   * @param stored the stored task
   * @return the names
   */
  default Set<String> tagsAfter(TaskDetails stored) {
    return tags();
  }
}
