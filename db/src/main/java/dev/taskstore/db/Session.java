package dev.taskstore.db;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.OpenDatabase;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What repositories work on: a {@link Database}, where each call is a transaction of its own, or a
 * {@link Transaction}.
 *
 * <p>Inside a transaction's block, calls on the database by the same thread take part in that
 * transaction, so that services which hold the database can be composed.
 */
public abstract sealed class Session permits Database, Transaction {

  Session() {}

  /** The database, once it is certain that this session may be used by this thread. */
  abstract OpenDatabase database();

  /**
   * Plain jOOQ on the same connection and in the same transaction. Outside of a transaction each
   * statement commits by itself.
   *
   * @return jOOQ's context; failures come as this library's exceptions
   */
  public final DSLContext dsl() {
    return database().dsl();
  }

  /**
   * Runs a block in a transaction, nested as a savepoint if there is one already.
   *
   * @param block the block
   * @param <E> the checked exception that the block may throw
   * @throws E when the block throws it; the transaction is rolled back
   * @throws TransientFailureException when it still fails after all retries
   * @throws RollbackOnlyException when a statement failed and the block went on
   * @throws AfterCommitException when a callback failed after the commit
   */
  public final <E extends Exception> void transaction(
      TransactionalRunnable<? super Transaction, E> block) throws E {
    transaction(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction, nested as a savepoint if there is one already.
   *
   * @param options how the transaction runs; a nested one takes over those of the outermost, except
   *     that it cannot write in a read-only one
   * @param block the block
   * @param <E> the checked exception that the block may throw
   * @throws E when the block throws it; the transaction is rolled back
   * @throws TransientFailureException when it still fails after all retries
   * @throws RollbackOnlyException when a statement failed and the block went on
   * @throws AfterCommitException when a callback failed after the commit
   */
  public final <E extends Exception> void transaction(
      TransactionOptions options, TransactionalRunnable<? super Transaction, E> block) throws E {
    this.<Boolean, E>transactionResult(
        options,
        transaction -> {
          block.run(transaction);
          return true;
        });
  }

  /**
   * Runs a block in a transaction, nested as a savepoint if there is one already.
   *
   * @param block the block
   * @param <T> the result
   * @param <E> the checked exception that the block may throw
   * @return what the block returns
   * @throws E when the block throws it; the transaction is rolled back
   * @throws TransientFailureException when it still fails after all retries
   * @throws RollbackOnlyException when a statement failed and the block went on
   * @throws AfterCommitException when a callback failed after the commit
   */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionalCallable<? super Transaction, T, E> block) throws E {
    return transactionResult(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction, nested as a savepoint if there is one already.
   *
   * @param options how the transaction runs; a nested one takes over those of the outermost, except
   *     that it cannot write in a read-only one
   * @param block the block
   * @param <T> the result
   * @param <E> the checked exception that the block may throw
   * @return what the block returns
   * @throws E when the block throws it; the transaction is rolled back
   * @throws TransientFailureException when it still fails after all retries
   * @throws RollbackOnlyException when a statement failed and the block went on
   * @throws AfterCommitException when a callback failed after the commit
   */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionOptions options, TransactionalCallable<? super Transaction, T, E> block) throws E {
    OpenDatabase database = database();
    return database
        .transactions()
        .execute(options, scope -> block.call(new Transaction(database, scope)));
  }
}
