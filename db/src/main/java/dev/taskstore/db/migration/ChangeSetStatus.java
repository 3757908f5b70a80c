package dev.taskstore.db.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset and whether it is applied.
 *
 * @param file the file of the changelog that holds it
 * @param id its identifier, unique together with author and file
 * @param author its author
 * @param appliedAt when it was applied, in whole seconds, or nothing when it is pending
 */
public record ChangeSetStatus(String file, String id, String author, Optional<Instant> appliedAt) {

  /**
   * Tells whether the changeset is applied.
   *
   * @return true when it is, false when it is pending
   */
  public boolean isApplied() {
    return appliedAt.isPresent();
  }
}
