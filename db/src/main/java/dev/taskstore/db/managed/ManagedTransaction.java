package dev.taskstore.db.managed;

import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import java.sql.Connection;

/**
 * A transaction that a framework began, or a savepoint in it. Must not be used from other threads
 * than the one that began it.
 */
public interface ManagedTransaction {

  /**
   * Returns the connection of the transaction for code that uses JDBC. A failure of one of its
   * statements makes the transaction rollback-only, on every dialect. It rejects {@code commit()},
   * {@code rollback()}, other commands of transactions and settings of the session with {@link
   * dev.taskstore.db.exception.InvalidArgumentException}; {@code close()} does nothing. Its
   * statements throw the driver's exceptions: {@link dev.taskstore.db.Database#translate}
   * translates them.
   *
   * @return the connection, which must not be used after the end of the transaction
   */
  Connection connection();

  /**
   * Returns whether the transaction has not ended.
   *
   * @return whether it is active
   */
  boolean isActive();

  /**
   * Returns whether writes are rejected.
   *
   * @return whether the transaction is read-only
   */
  boolean isReadOnly();

  /**
   * Returns whether a statement failed, so that the transaction can only be rolled back.
   *
   * @return whether a commit would throw {@link RollbackOnlyException}
   */
  boolean isRollbackOnly();

  /**
   * Commits the transaction, or releases the savepoint. After every exception but {@link
   * AfterCommitException} and {@link CommitOutcomeUnknownException}, it is rolled back.
   *
   * @throws RollbackOnlyException if a statement failed
   * @throws ConstraintViolationException if a deferred constraint is violated
   * @throws TransientFailureException if the commit conflicts with another transaction
   * @throws CommitOutcomeUnknownException if the connection broke during the commit
   * @throws AfterCommitException if a callback failed after the commit
   * @throws IllegalStateException if the transaction has ended, belongs to another thread or is not
   *     the innermost one of the thread
   */
  void commit();

  /**
   * Rolls the transaction back, or rolls back to the savepoint. Does nothing if it has ended. A
   * failure of the rollback is not reported; the connection is then not used again.
   *
   * @throws IllegalStateException if the transaction belongs to another thread or is not the
   *     innermost one of the thread
   */
  void rollback();
}
