package dev.taskstore.db;

import org.jspecify.annotations.Nullable;

/**
 * A block that runs in a transaction and returns something. It may be run more than once when a
 * transient failure is retried, so it should do nothing but talk to the database.
 *
 * @param <X> what gives access to the transaction
 * @param <T> the result
 * @param <E> the checked exception that the block may throw; the transaction is then rolled back
 */
@FunctionalInterface
public interface TransactionalCallable<X, T extends @Nullable Object, E extends Exception> {

  /**
   * Runs the block.
   *
   * @param transaction gives access to the transaction; useless once the block has returned
   * @return the result
   * @throws E rolls the transaction back
   */
  T call(X transaction) throws E;
}
