package dev.taskstore;

import dev.taskstore.db.Scope;

/**
 * Access to the rows of one user: the user, the user's tasks and their tags. All methods behave as
 * if other users and their tasks did not exist; {@link Scope} describes this in detail. Tags belong
 * to everybody: a scope reads and creates them, but does not update or delete them.
 *
 * <p>Tasks that others assign to the user or share with the user are visible too. The scope updates
 * them and attaches and detaches their tags. To delete them, or to change their user, assignee or
 * collaborators, throws {@link dev.taskstore.db.exception.ScopeViolationException}.
 *
 * <p>A scope of {@link TaskStore#scopedToAll} has the rows of all users instead.
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
