package dev.taskstore.db.internal;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.transaction.TransactionManager;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.managed.ManagedTransaction;
import dev.taskstore.db.managed.ManagedTransactions;
import dev.taskstore.db.managed.SuspendedTransaction;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The transactions of an open database for a framework. */
public record OpenManagedTransactions(OpenDatabase database) implements ManagedTransactions {

  @Override
  public ManagedTransaction begin(TransactionOptions options, @Nullable Duration timeout) {
    Objects.requireNonNull(options, "options");
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new InvalidArgumentException(
          "The timeout of a transaction must be positive, not " + timeout + ".",
          FailureContext.NONE);
    }
    database.ensureMayRun();
    return new Begun(database, database.transactions().beginUntil(options, timeout));
  }

  @Override
  public Optional<SuspendedTransaction> suspend() {
    TransactionScope scope = database.transactions().suspend();
    return scope == null
        ? Optional.empty()
        : Optional.of(() -> database.transactions().resume(scope));
  }

  @Override
  public DataSource dataSource() {
    return new SharedDataSource(database);
  }

  private static final class Begun implements ManagedTransaction {

    private final TransactionManager transactions;
    private final TransactionScope scope;
    private final Connection connection;

    Begun(OpenDatabase database, TransactionScope scope) {
      this.transactions = database.transactions();
      this.scope = scope;
      this.connection = database.shared(scope);
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public boolean isActive() {
      return scope.isActive();
    }

    @Override
    public boolean isReadOnly() {
      return scope.isReadOnly();
    }

    @Override
    public boolean isRollbackOnly() {
      return scope.isRollbackOnly();
    }

    @Override
    public void commit() {
      scope.ensureUsable();
      ensureInnermost();
      transactions.commit(scope);
    }

    @Override
    public void rollback() {
      scope.ensureOwner();
      if (scope.isActive()) {
        ensureInnermost();
        transactions.rollback(
            scope, new CancellationException("The framework rolled the transaction back."));
      }
    }

    private void ensureInnermost() {
      if (transactions.current() != scope) {
        throw new IllegalStateException(
            "This is not the innermost transaction of the thread. End inner transactions first, and"
                + " resume a suspended one before it is ended.");
      }
    }
  }
}
