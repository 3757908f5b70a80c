package dev.taskstore;

import dev.taskstore.db.Scope;

/**
 * Access to the rows of one user: the user, the user's tasks and their tags. All methods behave as
 * if other users and their tasks did not exist; {@link Scope} describes this in detail. Tags belong
 * to everybody: a scope reads and creates them, but does not update or delete them.
 *
 * <p>Thread-safe. Close it at the end of its use, for example at the end of a request. Then its
 * calls, repositories, transactions and open streams throw {@link IllegalStateException}.
 */
public final class TaskScope extends TaskSession implements AutoCloseable {

  private final Scope scope;

  TaskScope(Scope scope) {
    super(scope);
    this.scope = scope;
  }

  /** Ends the use of this session; the store stays open. */
  @Override
  public void close() {
    scope.close();
  }
}
