package dev.taskstore.examples.formats;

/**
 * The result of an import.
 *
 * @param tasks the number of tasks in the file
 * @param users the number of their owners
 * @param tags the number of their distinct tags
 * @param added the number of tasks that were inserted
 * @param changed the number of existing tasks that were updated
 * @param unchanged the number of existing tasks that were equal already
 */
public record ImportSummary(int tasks, int users, int tags, int added, int changed, int unchanged) {

  /** Returns the counts in one line. */
  @Override
  public String toString() {
    return "%s by %s with %s: %d new, %d changed, %d unchanged"
        .formatted(
            count(tasks, "task"),
            count(users, "user"),
            count(tags, "tag"),
            added,
            changed,
            unchanged);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
