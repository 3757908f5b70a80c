package dev.taskstore.db;

/**
 * A block that runs in a transaction. After a transient failure the block runs again, so it should
 * have no side effects outside the database.
 *
 * @param <X> the type that gives access to the transaction
 * @param <E> the checked exception that the block may throw; the transaction is then rolled back
 */
@FunctionalInterface
public interface TransactionalRunnable<X, E extends Exception> {

  /**
   * Runs the block.
   *
   * @param transaction gives access to the transaction; must not be used after the block has
   *     returned or by other threads
   * @throws E if the block fails; the transaction is then rolled back
   */
  void run(X transaction) throws E;
}
