package dev.taskstore.differential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The session on which a step is called.
 *
 * @param throughStore whether it is the store, even within a transaction
 * @param principal the user of a scope that is opened on the store for the step; null if there is
 *     none
 */
record Target(boolean throughStore, @Nullable UUID principal) {

  /** The innermost transaction, or else the store. */
  static final Target CURRENT = new Target(false, null);

  /** The store, which joins the active transaction. */
  static final Target STORE = new Target(true, null);

  /** Returns a scope, which joins the active transaction. */
  static Target scopeOf(UUID principal) {
    return new Target(false, principal);
  }

  /** Returns whose rows a step sees; null for all rows. */
  @Nullable UUID principalOr(@Nullable UUID current) {
    return throughStore || principal != null ? principal : current;
  }

  @Override
  public String toString() {
    return throughStore ? "store." : principal == null ? "" : "scopedTo(" + principal + ").";
  }
}
