package dev.taskstore.db;

/**
 * A block that runs in a transaction. It may be run more than once when a transient failure is
 * retried, so it should do nothing but talk to the database.
 *
 * @param <X> what gives access to the transaction
 * @param <E> the checked exception that the block may throw; the transaction is then rolled back
 */
@FunctionalInterface
public interface TransactionalRunnable<X, E extends Exception> {

  /**
   * Runs the block.
   *
   * @param transaction gives access to the transaction; useless once the block has returned
   * @throws E rolls the transaction back
   */
  void run(X transaction) throws E;
}
