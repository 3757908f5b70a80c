package dev.taskstore.db.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset and whether it is applied. Immutable.
 *
 * @param file the file of the changelog that contains it
 * @param id its identifier, unique in combination with author and file
 * @param author its author
 * @param appliedAt the time of application, truncated to seconds, or empty if it is pending
 */
public record ChangeSetStatus(String file, String id, String author, Optional<Instant> appliedAt) {

  /**
   * Returns whether the changeset is applied.
   *
   * @return true if it is applied, false if it is pending
   */
  public boolean isApplied() {
    return appliedAt.isPresent();
  }
}
