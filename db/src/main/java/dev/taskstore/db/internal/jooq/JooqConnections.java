package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.transaction.ConnectionSource;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.LentConnection;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.ExecuteContext;
import org.jspecify.annotations.Nullable;

/**
 * The connections of plain jOOQ: the connection of this thread's transaction, or one in auto-commit
 * mode. Outside a transaction, typed queries run on a reader, everything else on a writer.
 *
 * <p>The provider of a transaction's own {@code dsl()} is bound to that transaction: it supplies no
 * connection after the transaction has ended, or to another thread. Thread-safe.
 */
final class JooqConnections implements ConnectionProvider {

  private static final System.Logger LOGGER = System.getLogger(JooqConnections.class.getName());
  private static final String SAVEPOINT = "taskstore_connection_";

  private final ConnectionSource connections;
  private final TransactionManager transactions;
  private final Dialect dialect;
  private final FailureTranslator failures;
  private final @Nullable TransactionScope bound;
  private final @Nullable ReadPreference preference;

  JooqConnections(
      ConnectionSource connections,
      TransactionManager transactions,
      Dialect dialect,
      FailureTranslator failures,
      @Nullable TransactionScope bound,
      @Nullable ReadPreference preference) {
    this.connections = connections;
    this.transactions = transactions;
    this.dialect = dialect;
    this.failures = failures;
    this.bound = bound;
    this.preference = preference;
  }

  /** Returns a provider for the statements of one transaction and its nested transactions. */
  JooqConnections boundTo(TransactionScope scope) {
    return new JooqConnections(connections, transactions, dialect, failures, scope, null);
  }

  /** Returns a provider whose typed queries run where a preference says. */
  JooqConnections reading(ReadPreference reads) {
    return new JooqConnections(connections, transactions, dialect, failures, bound, reads);
  }

  /**
   * Checks that the provider may be used.
   *
   * @throws IllegalStateException if it is bound to a transaction that has ended or belongs to
   *     another thread
   */
  void ensureUsable() {
    if (bound != null) {
      bound.ensureUsable();
    }
  }

  @Override
  public Connection acquire() {
    ensureUsable();
    TransactionScope scope = transactions.current();
    ensureMayRun(scope);
    return new GuardedConnection(this, scope);
  }

  /** Returns a guard for a connection that the caller releases itself. */
  Connection guard(Connection connection) {
    return new GuardedConnection(this, transactions.current(), connection);
  }

  /** Returns a guard of the connection of a transaction, usable until its end. */
  Connection share(TransactionScope scope) {
    return GuardedConnection.shared(this, scope);
  }

  /** Opens the connection of a guard at its first use. */
  Connection open(GuardedConnection guard, boolean forReading) {
    TransactionScope scope = guard.scope();
    try {
      if (scope == null) {
        return forReading ? connections.reader(preference) : connections.writer();
      }
      if (guard.isOfApplication()) {
        String savepoint = SAVEPOINT + scope.nextNumber();
        dialect.transactions().savepoint(scope.connection(), savepoint);
        guard.savepoint(savepoint);
      }
      return scope.connection();
    } catch (SQLException e) {
      throw failed(scope, e);
    }
  }

  /** Runs commands between the end of a callback's savepoint and a new one of the same name. */
  <T> T withoutSavepoint(
      Connection connection, @Nullable String savepoint, LentConnection.Commands<T> commands)
      throws SQLException {
    if (savepoint == null) {
      return commands.run(connection);
    }
    dialect.transactions().release(connection, savepoint);
    T result = commands.run(connection);
    dialect.transactions().savepoint(connection, savepoint);
    return result;
  }

  /** Checks that the innermost transaction may run another statement. */
  void ensureMayRun(@Nullable TransactionScope scope) {
    TransactionScope current = scope == null ? null : transactions.current();
    if (current != null) {
      current.ensureMayRun();
    }
  }

  /** Rejects SQL that begins or ends a transaction. */
  void rejectTransactionCommands(String sql) {
    TransactionCommands.reject(sql, dialect.statementTraits());
  }

  /** Makes the innermost transaction rollback-only, and returns the translated failure. */
  RuntimeException failed(@Nullable TransactionScope scope, SQLException exception) {
    RuntimeException failure = failures.translate(exception);
    TransactionScope current = scope == null ? null : transactions.current();
    if (current != null) {
      current.failed(failure);
    } else {
      connections.refused(failure);
    }
    return failure;
  }

  /** Returns the guard of a connection that jOOQ has wrapped, or null if it has none. */
  static @Nullable GuardedConnection guardOf(Connection connection) {
    try {
      return connection.isWrapperFor(GuardedConnection.class)
          ? connection.unwrap(GuardedConnection.class)
          : null;
    } catch (SQLException e) {
      return null;
    }
  }

  /** Selects the connection of a statement, unless it comes from another provider. */
  static void useForStatement(ExecuteContext context) {
    Connection connection = context.connection();
    GuardedConnection guard = connection == null ? null : guardOf(connection);
    if (guard != null) {
      guard.useForStatement(context.query());
    }
  }

  @Override
  public void release(Connection connection) {
    GuardedConnection guard = guardOf(connection);
    if (guard == null || !guard.release()) {
      return;
    }
    Connection opened = guard.opened();
    TransactionScope scope = guard.scope();
    if (scope != null) {
      verifySameTransaction(guard, scope);
    } else if (opened != null && giveBack(guard, opened)) {
      throw new DatabaseException(
          "The connection was returned with an open transaction, which was rolled back. Use"
              + " transaction(...) for several statements.",
          FailureContext.NONE,
          null);
    }
  }

  /**
   * Releases the savepoint that was set before the application used the connection. If it does not
   * exist, the application has ended the transaction on the driver's connection.
   */
  private void verifySameTransaction(GuardedConnection guard, TransactionScope scope) {
    String savepoint = guard.savepoint();
    TransactionScope current = transactions.current();
    if (savepoint == null || !scope.isActive() || current == null || current.isRollbackOnly()) {
      return;
    }
    try {
      dialect.transactions().release(scope.connection(), savepoint);
    } catch (SQLException e) {
      RuntimeException ended =
          new DatabaseException(
              "On the driver's connection, the transaction was ended or a statement failed. What"
                  + " was committed there remains; the rest is rolled back. Use transaction(...)"
                  + " instead.",
              FailureContext.NONE,
              failures.translate(e).getCause());
      current.failed(ended);
      throw ended;
    }
  }

  /**
   * Returns a connection to its pool, without an open transaction. Returns whether there was one.
   */
  private boolean giveBack(GuardedConnection guard, Connection connection) {
    boolean leftOpen = false;
    boolean sound = false;
    try {
      leftOpen =
          guard.mayHaveOpenTransaction()
              && !connections.joinsApplicationTransactions()
              && dialect.transactions().rollbackLeftOpen(connection);
      sound = true;
    } catch (SQLException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A connection could not be reset and is closed", e);
    }
    try {
      if (!sound) {
        connections.evict(connection, guard.isForReading());
      }
      connection.close();
    } catch (SQLException e) {
      throw failures.translate(e);
    }
    return leftOpen;
  }
}
