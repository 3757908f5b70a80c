package dev.taskstore;

import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.ReadPreference;
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
 * Access to users, tasks and tags: through a {@link TaskStore}, where each call is a transaction of
 * its own, through a {@link TaskScope} for the rows of one user, or through a {@link
 * TaskTransaction}.
 *
 * <p>In the block of a transaction, calls on the store by the same thread join the transaction.
 */
public abstract sealed class TaskSession
    permits TaskReadSession, TaskScope, TaskStore, TaskTransaction {

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
   * Returns the repository of users.
   *
   * @return the repository
   */
  public UserRepository users() {
    return users;
  }

  /**
   * Returns the repository of tasks.
   *
   * @return the repository
   */
  public TaskRepository tasks() {
    return tasks;
  }

  /**
   * Returns the repository of tags.
   *
   * @return the repository
   */
  public TagRepository tags() {
    return tags;
  }

  /**
   * Returns this session for repositories of the application, such as {@code new
   * CommentRepository(tx.session())}: they join the same transaction, and have the same scope.
   *
   * @return the database, scope or transaction
   */
  public Session session() {
    return session;
  }

  /**
   * Returns this session with another preference for its reads, which may then run on replicas:
   * {@code store.reading(ReadPreference.replicaAfter(token)).tasks().findById(id)}.
   *
   * @param preference where reads run
   * @return a session that can be used as long as this one
   * @throws IllegalStateException if this session is a transaction, which runs on one server
   */
  public TaskReadSession reading(ReadPreference preference) {
    return new TaskReadSession(session.reading(preference));
  }

  /**
   * Returns the current position in the history of the database. Reads {@linkplain
   * ReadPreference#replicaAfter after} it see everything that was committed before this call.
   *
   * @return the token, which can be carried to another process
   * @throws IllegalStateException if this thread has an active transaction, or if the store has
   *     been closed
   * @throws dev.taskstore.db.exception.ConnectionLostException if the primary cannot be reached
   */
  public ConsistencyToken token() {
    return session.token();
  }

  /**
   * Returns a jOOQ context on the same connection and in the same transaction. Outside of a
   * transaction, each statement commits by itself.
   *
   * @return the context, whose statements throw this library's exceptions
   * @throws dev.taskstore.db.exception.ScopeViolationException if this session is a {@link
   *     TaskScope} or a transaction of a scope: plain jOOQ could use any row
   */
  public DSLContext dsl() {
    return session.dsl();
  }

  /**
   * Runs a block in a transaction. In an active transaction, the block runs in a nested
   * transaction, which is a savepoint.
   *
   * @param block the block
   * @param <E> the checked exception that the block may throw
   * @throws E if the block throws it; the transaction is then rolled back
   * @throws dev.taskstore.db.exception.ReadOnlyTransactionException if the options are not
   *     read-only in an active read-only transaction
   * @throws TransientFailureException if a transient failure persists after all retries
   * @throws RollbackOnlyException if a statement failed and the block continued
   * @throws AfterCommitException if a callback failed after the commit
   */
  public <E extends Exception> void transaction(
      TransactionalRunnable<? super TaskTransaction, E> block) throws E {
    transaction(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction. In an active transaction, the block runs in a nested
   * transaction, which is a savepoint.
   *
   * @param options the options of the transaction. A nested transaction has the isolation level of
   *     the outermost one, and must be read-only if that one is
   * @param block the block
   * @param <E> the checked exception that the block may throw
   * @throws E if the block throws it; the transaction is then rolled back
   * @throws dev.taskstore.db.exception.ReadOnlyTransactionException if the options are not
   *     read-only in an active read-only transaction
   * @throws TransientFailureException if a transient failure persists after all retries
   * @throws RollbackOnlyException if a statement failed and the block continued
   * @throws AfterCommitException if a callback failed after the commit
   */
  public <E extends Exception> void transaction(
      TransactionOptions options, TransactionalRunnable<? super TaskTransaction, E> block)
      throws E {
    session.transaction(options, transaction -> block.run(new TaskTransaction(transaction)));
  }

  /**
   * Runs a block in a transaction. In an active transaction, the block runs in a nested
   * transaction, which is a savepoint.
   *
   * @param block the block
   * @param <T> the type of the result
   * @param <E> the checked exception that the block may throw
   * @return the result of the block
   * @throws E if the block throws it; the transaction is then rolled back
   * @throws dev.taskstore.db.exception.ReadOnlyTransactionException if the options are not
   *     read-only in an active read-only transaction
   * @throws TransientFailureException if a transient failure persists after all retries
   * @throws RollbackOnlyException if a statement failed and the block continued
   * @throws AfterCommitException if a callback failed after the commit
   */
  public <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionalCallable<? super TaskTransaction, T, E> block) throws E {
    return transactionResult(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction. In an active transaction, the block runs in a nested
   * transaction, which is a savepoint.
   *
   * @param options the options of the transaction. A nested transaction has the isolation level of
   *     the outermost one, and must be read-only if that one is
   * @param block the block
   * @param <T> the type of the result
   * @param <E> the checked exception that the block may throw
   * @return the result of the block
   * @throws E if the block throws it; the transaction is then rolled back
   * @throws dev.taskstore.db.exception.ReadOnlyTransactionException if the options are not
   *     read-only in an active read-only transaction
   * @throws TransientFailureException if a transient failure persists after all retries
   * @throws RollbackOnlyException if a statement failed and the block continued
   * @throws AfterCommitException if a callback failed after the commit
   */
  public <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionOptions options, TransactionalCallable<? super TaskTransaction, T, E> block)
      throws E {
    return session.transactionResult(
        options, transaction -> block.call(new TaskTransaction(transaction)));
  }
}
