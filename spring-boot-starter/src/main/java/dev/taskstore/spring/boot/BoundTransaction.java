package dev.taskstore.spring.boot;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.managed.ManagedTransaction;
import dev.taskstore.db.managed.ManagedTransactions;
import dev.taskstore.db.managed.SuspendedTransaction;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;

/** A transaction of Spring that is bound to its thread, with its savepoints. */
final class BoundTransaction {

  /** A savepoint remains after a rollback to it. */
  private static final class Savepoint {
    ManagedTransaction level;

    Savepoint(ManagedTransaction level) {
      this.level = level;
    }
  }

  private final ManagedTransactions transactions;
  private final ManagedTransaction outermost;
  private final @Nullable SuspendedTransaction surrounding;
  private final ConnectionHolder connections;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();

  /**
   * Creates an instance.
   *
   * @param surrounding a transaction that was begun without Spring, resumed at the end
   * @param seconds the timeout, or {@link TransactionDefinition#TIMEOUT_DEFAULT}
   */
  BoundTransaction(
      ManagedTransactions transactions,
      ManagedTransaction outermost,
      @Nullable SuspendedTransaction surrounding,
      int seconds) {
    this.transactions = transactions;
    this.outermost = outermost;
    this.surrounding = surrounding;
    this.connections = new ConnectionHolder(outermost.connection());
    connections.setSynchronizedWithTransaction(true);
    if (seconds != TransactionDefinition.TIMEOUT_DEFAULT) {
      connections.setTimeoutInSeconds(seconds);
    }
  }

  /** The connection for code that uses JDBC. */
  ConnectionHolder connections() {
    return connections;
  }

  boolean isRollbackOnly() {
    return connections.isRollbackOnly() || innermost().isRollbackOnly();
  }

  private ManagedTransaction innermost() {
    Savepoint savepoint = savepoints.peek();
    return savepoint == null ? outermost : savepoint.level;
  }

  void commit() {
    outermost.commit();
  }

  void rollback() {
    while (!savepoints.isEmpty()) {
      savepoints.pop().level.rollback();
    }
    outermost.rollback();
  }

  void end() {
    connections.clear();
    if (surrounding != null) {
      surrounding.resume();
    }
  }

  Object createSavepoint() {
    Savepoint savepoint = new Savepoint(beginLevel());
    savepoints.push(savepoint);
    return savepoint;
  }

  private ManagedTransaction beginLevel() {
    TransactionOptions options = TransactionOptions.defaults().withoutRetry();
    try {
      return transactions.begin(outermost.isReadOnly() ? options.readOnly() : options, null);
    } catch (RuntimeException e) {
      throw new CannotCreateTransactionException("The savepoint could not be set.", e);
    }
  }

  void rollbackTo(Object savepoint) {
    while (savepoints.peek() != savepoint) {
      savepoints.pop().level.rollback();
    }
    Savepoint current = savepoints.element();
    current.level.rollback();
    connections.resetRollbackOnly();
    current.level = beginLevel();
  }

  void release(Object savepoint) {
    boolean last = false;
    while (!last) {
      Savepoint current = savepoints.pop();
      last = current == savepoint;
      try {
        current.level.commit();
      } catch (RollbackOnlyException e) {
        throw new UnexpectedRollbackException(String.valueOf(e.getMessage()), e);
      } catch (RuntimeException e) {
        throw DatabaseExceptionTranslator.translate(e);
      }
    }
  }
}
