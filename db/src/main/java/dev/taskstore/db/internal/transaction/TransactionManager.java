package dev.taskstore.db.internal.transaction;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Begins, nests and ends transactions; a thread has at most one at a time. */
public final class TransactionManager {

  private final ThreadLocal<@Nullable TransactionScope> current = new ThreadLocal<>();
  private final TransactionControl control;
  private final ConnectionSource connections;
  private final FailureTranslator failures;
  private final Observations observations;
  private final ActorNames actors;

  public TransactionManager(
      TransactionControl control,
      ConnectionSource connections,
      FailureTranslator failures,
      Observations observations,
      @Nullable AuditTriggers triggers) {
    this.control = control;
    this.connections = connections;
    this.failures = failures;
    this.observations = observations;
    this.actors = new ActorNames(triggers);
  }

  public boolean joinsApplicationTransactions() {
    return connections.joinsApplicationTransactions();
  }

  public @Nullable TransactionScope current() {
    return current.get();
  }

  /** The names of actors for the audit trail. */
  public ActorNames actors() {
    return actors;
  }

  public TransactionScope begin(TransactionOptions options) {
    return begin(options, null, 1);
  }

  /**
   * Begins a transaction, or a savepoint in the active transaction of this thread.
   *
   * @param sessionActor who changes rows if no transaction names an actor, or null
   * @param attempt the number of the attempt, from 1
   */
  TransactionScope begin(TransactionOptions options, @Nullable String sessionActor, int attempt) {
    TransactionScope outer = current.get();
    try {
      TransactionScope scope;
      if (outer == null) {
        scope = beginOutermost(options, sessionActor, attempt);
      } else {
        if (options.isReadOnly()) {
          outer.ensureMayRun();
        } else {
          outer.ensureMayWrite();
        }
        TransactionOptions inner = outer.isReadOnly() ? options.readOnly() : options;
        scope = savepoint(outer.connection(), inner, outer, outer.nextSavepoint(), sessionActor);
      }
      current.set(scope);
      return scope;
    } catch (SQLException e) {
      RuntimeException failure = failures.translate(e);
      if (outer != null) {
        outer.failed(failure);
      }
      throw failure;
    }
  }

  private TransactionScope beginOutermost(
      TransactionOptions options, @Nullable String sessionActor, int attempt) throws SQLException {
    // Only a connection shows whether it belongs to a transaction of the application.
    boolean mayJoin = connections.joinsApplicationTransactions();
    Observation observation =
        mayJoin ? null : observations.transaction(options.isReadOnly(), attempt);
    try {
      Connection connection = options.isReadOnly() ? reader(options) : connections.writer();
      try {
        if (connections.isJoined(connection)) {
          connections.ensureMayRunInManaged(!options.isReadOnly());
          String name = TransactionScope.savepointName(1);
          return savepoint(connection, options, null, name, sessionActor);
        }
        if (mayJoin) {
          observation = observations.transaction(options.isReadOnly(), attempt);
        }
        control.begin(connection, options);
        NetworkPatience patience = NetworkPatience.lasting(connection, options.queryTimeout());
        TransactionScope scope =
            TransactionScope.outermost(
                connections, connection, options, patience, observation, sessionActor);
        nameActor(scope);
        return scope;
      } catch (SQLException | RuntimeException e) {
        closeQuietly(connection, e);
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      if (observation != null) {
        observation.ended(
            TransactionOutcome.ROLLED_BACK,
            e instanceof SQLException failure ? failures.translate(failure) : e);
      }
      throw e;
    }
  }

  /** Replicas do not support serializable transactions. */
  private Connection reader(TransactionOptions options) throws SQLException {
    return connections.reader(
        options.isolation() == IsolationLevel.SERIALIZABLE ? null : options.readPreference());
  }

  private TransactionScope savepoint(
      Connection connection,
      TransactionOptions options,
      @Nullable TransactionScope parent,
      String name,
      @Nullable String sessionActor)
      throws SQLException {
    control.savepoint(connection, name);
    TransactionScope scope =
        TransactionScope.savepoint(connections, connection, options, parent, name, sessionActor);
    try {
      actors.begin(scope);
      return scope;
    } catch (SQLException e) {
      control.rollbackTo(connection, name);
      throw e;
    }
  }

  /** A connection must not return to its pool with an active transaction. */
  private void nameActor(TransactionScope scope) throws SQLException {
    try {
      actors.begin(scope);
    } catch (SQLException e) {
      control.rollback(scope.connection());
      control.end(scope.connection(), scope.options());
      throw e;
    }
  }

  /** Begins a transaction whose statements may run until a deadline. */
  public TransactionScope beginUntil(TransactionOptions options, @Nullable Duration timeout) {
    TransactionScope scope = begin(options);
    if (timeout != null && scope.parent() == null) {
      scope.setDeadline(Deadline.after(timeout));
    }
    return scope;
  }

  /** Detaches this thread's transaction, and returns its innermost level, or null if none. */
  public @Nullable TransactionScope suspend() {
    TransactionScope scope = current.get();
    if (scope != null) {
      current.remove();
      connections.suspended(scope);
    }
    return scope;
  }

  /** Attaches a suspended transaction to this thread again. */
  public void resume(TransactionScope scope) {
    scope.ensureUsable();
    if (current.get() != null) {
      throw new IllegalStateException(
          "This thread has an active transaction. End it before another one is resumed.");
    }
    connections.resumed(scope);
    current.set(scope);
  }

  public void commit(TransactionScope scope) {
    try {
      scope.ensureMayCommit();
    } catch (RuntimeException failure) {
      rollback(scope, failure);
      throw failure;
    }
    leave(scope);
    try {
      actors.end(scope);
      if (scope.savepoint() != null) {
        control.release(scope.connection(), scope.savepoint());
      } else {
        control.commit(scope.connection());
      }
    } catch (SQLException e) {
      RuntimeException failure = failures.translate(e);
      if (scope.savepoint() == null && !scope.isReadOnly()) {
        failure = FailureTranslator.whileCommitting(failure);
      }
      undo(scope, failure);
      release(scope, failure);
      TransactionOutcome outcome =
          failure instanceof CommitOutcomeUnknownException
              ? TransactionOutcome.UNKNOWN
              : TransactionOutcome.ROLLED_BACK;
      ended(scope, outcome, failure);
      throw failure;
    }
    release(scope, null);
    ended(scope, TransactionOutcome.COMMITTED, null);
  }

  public void rollback(TransactionScope scope, Throwable failure) {
    leave(scope);
    undo(scope, failure);
    release(scope, failure);
    ended(scope, TransactionOutcome.ROLLED_BACK, failure);
  }

  /**
   * Runs the callbacks of an outermost scope, or marks the callbacks of a nested scope as rolled
   * back.
   */
  private void ended(
      TransactionScope scope, TransactionOutcome outcome, @Nullable Throwable failure) {
    if (scope.savepoint() != null) {
      if (outcome != TransactionOutcome.COMMITTED) {
        scope.rollBackCallbacks();
      }
      return;
    }
    Observation observation = scope.observation();
    if (observation != null) {
      observation.ended(outcome, failure);
    }
    TransactionCallbacks callbacks = scope.callbacks();
    Throwable thrown = callbacks == null ? null : callbacks.ended(outcome);
    if (thrown != null && failure == null) {
      throw TransactionCallbacks.afterCommit(thrown);
    }
    if (thrown != null) {
      suppress(failure, thrown);
    }
  }

  /** Rolls back the work of a scope, and begins the scope again. */
  public void restart(TransactionScope scope) throws SQLException {
    Connection connection = scope.connection();
    String savepoint = scope.savepoint();
    if (savepoint != null) {
      control.rollbackTo(connection, savepoint);
      control.savepoint(connection, savepoint);
    } else {
      control.rollback(connection);
      control.begin(connection, scope.options());
    }
    actors.begin(scope);
  }

  private void leave(TransactionScope scope) {
    scope.end();
    if (scope.parent() == null) {
      current.remove();
    } else {
      current.set(scope.parent());
    }
  }

  private void undo(TransactionScope scope, Throwable failure) {
    try {
      if (scope.savepoint() != null) {
        control.rollbackTo(scope.connection(), scope.savepoint());
      } else {
        control.rollback(scope.connection());
      }
      recover(scope.connection(), scope.failure());
    } catch (SQLException e) {
      RuntimeException later = failures.translate(e);
      if (scope.parent() != null) {
        scope.parent().failed(later);
      } else {
        scope.setUnsound();
      }
      suppress(failure, later);
    }
  }

  /**
   * Prepares a connection for the next attempt after a transient failure.
   *
   * @param failure the failure of the statement, or null
   */
  public void recover(Connection connection, @Nullable RuntimeException failure)
      throws SQLException {
    if (failure instanceof TransientFailureException
        && failure.getCause() instanceof SQLException cause) {
      control.recover(connection, cause);
    }
  }

  /**
   * Releases the connection of an outermost scope. A connection that cannot be reset does not
   * return to its pool.
   */
  private void release(TransactionScope scope, @Nullable Throwable failure) {
    if (scope.parent() != null) {
      return;
    }
    try {
      if (scope.savepoint() == null) {
        control.end(scope.connection(), scope.options());
        scope.restorePatience();
      }
    } catch (SQLException e) {
      scope.setUnsound();
      suppress(failure, failures.translate(e));
    } finally {
      if (scope.isUnsound()) {
        connections.evict(scope.connection(), scope.isReadOnly());
      }
      closeQuietly(scope.connection(), failure);
    }
  }

  private void closeQuietly(Connection connection, @Nullable Throwable failure) {
    try {
      connection.close();
    } catch (SQLException e) {
      suppress(failure, failures.translate(e));
    }
  }

  private static void suppress(@Nullable Throwable failure, Throwable later) {
    if (failure != null && failure != later) {
      failure.addSuppressed(later);
    }
  }
}
