package dev.taskstore.db;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.audit.OpenAuditTrail;
import dev.taskstore.db.internal.jooq.JooqClasses;
import dev.taskstore.db.internal.scope.RowScope;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.TableMapping;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The session of repositories: a {@link Database}, where each call is a transaction of its own, a
 * {@link Scope}, which is limited to the rows of one principal, a {@link ReadSession} of either,
 * whose reads may run on replicas, or a {@link Transaction}.
 *
 * <p>In the block of a transaction, calls on the database by the same thread join the transaction.
 * Services that use the same database can thus be composed.
 */
public abstract sealed class Session permits Database, ReadSession, Scope, Transaction {

  // Before generated tables load jOOQ.
  static {
    JooqClasses.disableBanner();
  }

  Session() {}

  /** Returns the database, after a check that the calling thread may use this session. */
  abstract OpenDatabase database();

  /** Returns the scope to which this session is limited, or null. */
  abstract @Nullable RowScope rowScope();

  /**
   * Returns the statements of a table in this session.
   *
   * @throws ScopeViolationException if the ownership of the scope does not declare the table
   */
  final TableStatements statements(TableMapping<?, ?> mapping) {
    TableStatements unlimited = database().statements(mapping);
    RowScope scope = rowScope();
    return scope == null ? unlimited : scope.statements(mapping);
  }

  /**
   * Returns a jOOQ context on the same connection and in the same transaction. Its statements throw
   * this library's exceptions.
   *
   * <p>The context of a {@link Database} joins the transaction of the calling thread. Outside of a
   * transaction, each statement commits by itself: a typed query without {@code FOR UPDATE} runs on
   * a connection for reading, and everything else, including plain SQL, on one for writing. The
   * context of a {@link Transaction}, and every configuration derived from it, runs statements in
   * the transaction's block only.
   *
   * <p>The library controls the transactions. SQL commands such as {@code BEGIN}, {@code COMMIT},
   * {@code ROLLBACK}, {@code SAVEPOINT} and {@code SET TRANSACTION} are rejected before they run. A
   * connection that jOOQ passes to a callback, as in {@code dsl().connection(...)}, rejects {@code
   * close()}, {@code commit()}, {@code rollback()}, {@code setAutoCommit(...)}, savepoints and
   * settings of the session. Both throw {@link InvalidArgumentException}, and an enclosing
   * transaction remains usable. Its {@code unwrap} returns the driver's connection; what is called
   * on that one is not checked, and must not change the transaction or the session.
   *
   * @return the context
   * @throws ScopeViolationException if this session is a {@link Scope} or a transaction of a scope:
   *     plain jOOQ could use any row
   * @throws IllegalStateException if the database has been closed, or if the transaction has ended
   *     or belongs to another thread. A context that was obtained earlier throws it from each
   *     statement, and from each row of an open cursor
   */
  public abstract DSLContext dsl();

  /**
   * Returns this session with another preference for its reads: those of finders, pages, streams,
   * selections and typed jOOQ queries outside of a transaction, and read-only transactions. Writes
   * run on the primary.
   *
   * @param preference where reads run
   * @return a session that can be used as long as this one
   * @throws IllegalStateException if this session is a transaction, which runs on one server
   */
  public Session reading(ReadPreference preference) {
    return new ReadSession(this, Objects.requireNonNull(preference, "preference"));
  }

  /**
   * Returns the current position in the history of the database. Reads {@linkplain
   * ReadPreference#replicaAfter after} it see everything that was committed before this call,
   * whoever committed it. Costs a round trip to the primary on a dialect with replicas.
   *
   * @return the token, which can be carried to another thread, process or machine
   * @throws IllegalStateException if this thread has an active transaction, whose commit would not
   *     be included, or if the database has been closed
   * @throws dev.taskstore.db.exception.ConnectionLostException if the primary cannot be reached
   */
  public ConsistencyToken token() {
    return database().token();
  }

  /**
   * Returns the audit trail that the database was opened with.
   *
   * @return the audit trail, or empty if the database was opened without {@link
   *     DatabaseOptions#auditTrail}
   * @throws ScopeViolationException if this session is a {@link Scope} or a transaction of a scope:
   *     the entries are those of all rows
   * @throws IllegalStateException if the database has been closed, or if the transaction has ended
   *     or belongs to another thread
   */
  public final Optional<AuditTrail> auditTrail() {
    OpenDatabase database = database();
    RowScope scope = rowScope();
    if (scope != null) {
      throw scope.auditTrail();
    }
    AuditedTables audited = database.audited();
    return audited == null
        ? Optional.empty()
        : database
            .dialect()
            .auditTriggers()
            .map(triggers -> new OpenAuditTrail(this, database, triggers, audited));
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
  public final <E extends Exception> void transaction(
      TransactionalRunnable<? super Transaction, E> block) throws E {
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
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionalCallable<? super Transaction, T, E> block) throws E {
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
  public final <T extends @Nullable Object, E extends Exception> T transactionResult(
      TransactionOptions options, TransactionalCallable<? super Transaction, T, E> block) throws E {
    OpenDatabase database = database();
    RowScope rows = rowScope();
    return database.execute(options, scope -> block.call(new Transaction(database, scope, rows)));
  }
}
