package dev.taskstore.db;

import org.jspecify.annotations.Nullable;

/**
 * A block that runs in a transaction and returns a result. After a transient failure the block runs
 * again, so it should have no side effects outside the database.
 *
 * @param <X> the type that gives access to the transaction
 * @param <T> the type of the result
 * @param <E> the checked exception that the block may throw; the transaction is then rolled back
 */
@FunctionalInterface
public interface TransactionalCallable<X, T extends @Nullable Object, E extends Exception> {

  /**
   * Runs the block.
   *
   * @param transaction gives access to the transaction; must not be used after the block has
   *     returned or by other threads
   * @return the result, may be null
   * @throws E if the block fails; the transaction is then rolled back
   */
  T call(X transaction) throws E;
}
