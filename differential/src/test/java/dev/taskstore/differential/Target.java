package dev.taskstore.differential;

import dev.taskstore.differential.model.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The session on which a step is called.
 *
 * @param throughStore whether it is the store, even within a transaction
 * @param principal the principal of a scope that is opened on the store for the step; null if there
 *     is none
 */
record Target(boolean throughStore, @Nullable Principal principal) {

  /** The innermost transaction, or else the store. */
  static final Target CURRENT = new Target(false, null);

  /** The store, which joins the active transaction. */
  static final Target STORE = new Target(true, null);

  /** Returns a scope, which joins the active transaction. */
  static Target scopeOf(Principal principal) {
    return new Target(false, principal);
  }

  /** Returns whose rows a step sees; null if it has no scope. */
  @Nullable Principal principalOr(@Nullable Principal current) {
    return throughStore || principal != null ? principal : current;
  }

  @Override
  public String toString() {
    return throughStore ? "store." : principal == null ? "" : principal + ".";
  }
}
