package dev.taskstore.examples.console.io;

/**
 * What an import found in its file and did about it.
 *
 * @param tasks how many tasks the file holds
 * @param users how many users own them
 * @param tags how many tags they bear
 * @param added how many of the tasks are new
 * @param changed how many were there, but different
 * @param unchanged how many were there already
 */
public record ImportSummary(int tasks, int users, int tags, int added, int changed, int unchanged) {

  /** All of it in one line. */
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
