package dev.taskstore;

import java.util.UUID;

/**
 * The number of tasks of a user by status. Immutable.
 *
 * @param userId the identifier of the user
 * @param username the name of the user
 * @param total the number of all tasks of the user
 * @param pending the number of tasks that are not started
 * @param inProgress the number of tasks in progress
 * @param completed the number of completed tasks
 */
public record UserStatistics(
    UUID userId, String username, long total, long pending, long inProgress, long completed) {

  /** Returns the identifier and the numbers, without the name, which is personal data. */
  @Override
  public String toString() {
    return "UserStatistics[userId="
        + userId
        + ", username=***, total="
        + total
        + ", pending="
        + pending
        + ", inProgress="
        + inProgress
        + ", completed="
        + completed
        + "]";
  }
}
