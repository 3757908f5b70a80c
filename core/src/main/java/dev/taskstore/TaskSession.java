package dev.taskstore;

import dev.taskstore.db.Session;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionalCallable;
import dev.taskstore.db.TransactionalRunnable;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Users, tasks and tags: in a {@link TaskStore}, where each call is a transaction of its own, or in
 * a {@link TaskTransaction}.
 *
 * <p>Inside a transaction's block, calls on the store by the same thread take part in that
 * transaction.
 */
public abstract sealed class TaskSession permits TaskStore, TaskTransaction {

  private final Session session;
  private final UserRepository users;
  private final TaskRepository tasks;
  private final TagRepository tags;

  TaskSession(Session session) {
    this.session = session;
    this.users = new UserRepository(session);
    this.tasks = new TaskRepository(session);
    this.tags = new TagRepository(session);
  }

  /**
   * The users.
   *
   * @return their repository
   */
  public final UserRepository users() {
    return users;
  }

  /**
   * The tasks.
   *
   * @return their repository
   */
  public final TaskRepository tasks() {
    return tasks;
  }

  /**
   * The tags.
   *
   * @return their repository
   */
  public final TagRepository tags() {
    return tags;
  }

  /**
   * Plain jOOQ on the same connection and in the same transaction. Outside of a transaction each
   * statement commits by itself.
   *
   * @return jOOQ's context; failures come as this library's exceptions
   */
  public final DSLContext dsl() {
    return session.dsl();
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
      TransactionalRunnable<? super TaskTransaction, E> block) throws E {
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
      TransactionOptions options, TransactionalRunnable<? super TaskTransaction, E> block)
      throws E {
    session.transaction(options, transaction -> block.run(new TaskTransaction(transaction)));
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
      TransactionalCallable<? super TaskTransaction, T, E> block) throws E {
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
      TransactionOptions options, TransactionalCallable<? super TaskTransaction, T, E> block)
      throws E {
    return session.transactionResult(
        options, transaction -> block.call(new TaskTransaction(transaction)));
  }
}
