package dev.taskstore.db.internal.statement;

/** The principal of a scope, for the statements that it runs. Thread-safe. */
public interface ScopeBinding {

  /**
   * Checks that the scope is open.
   *
   * @throws IllegalStateException when it was closed
   */
  void ensureOpen();

  /** Returns the principal. */
  Object principal();

  /** Returns the principal as the text that row-level security compares. */
  String principalText();
}
