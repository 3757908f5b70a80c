package dev.taskstore.differential.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a scope has.
 *
 * @param user the user; null for the rows of all users
 */
public record Principal(@Nullable UUID user) {

  /** The principal of a scope with all rows. */
  public static final Principal ALL = new Principal(null);

  /** Returns whether a scope does not have all rows. */
  public boolean isLimited() {
    return user != null;
  }

  @Override
  public String toString() {
    return user == null ? "scopedToAll()" : "scopedTo(" + user + ")";
  }
}
