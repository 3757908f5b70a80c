package dev.taskstore.dialect.tck.tasks;

import dev.taskstore.db.Session;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionalCallable;
import dev.taskstore.db.TransactionalRunnable;
import dev.taskstore.dialect.tck.tasks.schema.UserRepositoryBase;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The repositories of users, tasks and tags in a database or in one of its transactions. */
public class TaskSession {

  private final Session session;
  private final UserRepositoryBase users;
  private final TaskRepository tasks;
  private final TagRepository tags;

  TaskSession(Session session) {
    this.session = session;
    this.users = new UserRepositoryBase(session);
    this.tasks = new TaskRepository(session);
    this.tags = new TagRepository(session);
  }

  /**
   * Returns the repository of users.
   *
   * @return the repository
   */
  public final UserRepositoryBase users() {
    return users;
  }

  /**
   * Returns the repository of tasks.
   *
   * @return the repository
   */
  public final TaskRepository tasks() {
    return tasks;
  }

  /**
   * Returns the repository of tags.
   *
   * @return the repository
   */
  public final TagRepository tags() {
    return tags;
  }

  /**
   * Returns jOOQ's context on the same connection and in the same transaction.
   *
   * @return the context
   */
  public final DSLContext dsl() {
    return session.dsl();
  }

  /**
   * Runs a block in a transaction with default options.
   *
   * @param block the block
   * @param <E> the checked exception of the block
   * @throws E when the block throws it
   */
  public final <E extends Exception> void transaction(
      TransactionalRunnable<? super TaskTransaction, E> block) throws E {
    transaction(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction.
   *
   * @param options the options of the transaction
   * @param block the block
   * @param <E> the checked exception of the block
   * @throws E when the block throws it
   */
  public final <E extends Exception> void transaction(
      TransactionOptions options, TransactionalRunnable<? super TaskTransaction, E> block)
      throws E {
    session.transaction(options, transaction -> block.run(new TaskTransaction(transaction)));
  }

  /**
   * Runs a block in a transaction with default options.
   *
   * @param block the block
   * @param <T> the type of the result
   * @param <E> the checked exception of the block
   * @return the result of the block
   * @throws E when the block throws it
   */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionalCallable<? super TaskTransaction, T, E> block) throws E {
    return transactionResult(TransactionOptions.defaults(), block);
  }

  /**
   * Runs a block in a transaction.
   *
   * @param options the options of the transaction
   * @param block the block
   * @param <T> the type of the result
   * @param <E> the checked exception of the block
   * @return the result of the block
   * @throws E when the block throws it
   */
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionOptions options, TransactionalCallable<? super TaskTransaction, T, E> block)
      throws E {
    return session.transactionResult(
        options, transaction -> block.call(new TaskTransaction(transaction)));
  }
}
