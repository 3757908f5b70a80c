package dev.taskstore.examples.web.statistics;

/**
 * Counts of the tasks that a user sees.
 *
 * @param own the user's own tasks by status
 * @param overdue the open tasks with a due time in the past, also shared ones
 * @param assigned the open tasks that are assigned to the user
 * @param shared the tasks of others that the user sees
 * @param high the open tasks of high priority
 * @param medium the open tasks of medium priority
 * @param low the open tasks of low priority
 */
public record Statistics(
    Own own, long overdue, long assigned, long shared, long high, long medium, long low) {

  /**
   * Own tasks by status.
   *
   * @param total all
   * @param pending those that are not started
   * @param inProgress those in progress
   * @param completed those that are completed
   */
  public record Own(long total, long pending, long inProgress, long completed) {}
}
