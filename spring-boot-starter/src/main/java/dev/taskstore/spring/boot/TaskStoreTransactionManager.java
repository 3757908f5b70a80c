package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.managed.ManagedTransactions;
import dev.taskstore.db.managed.SuspendedTransaction;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes Spring's transactions the transactions of a database of the library, so that they behave
 * the same on every dialect: read-only transactions use connections for reading and reject writes,
 * a failed statement makes the transaction rollback-only, and nested transactions are savepoints.
 *
 * <p>Code that uses the {@link DataSource} through Spring, such as {@code JdbcTemplate}, joins the
 * transaction. Isolation levels are {@linkplain IsolationLevel minimum levels}; a read-only
 * transaction reads one snapshot. On a dialect without {@link
 * dev.taskstore.db.spi.Capability#CONCURRENT_WRITERS}, {@code REQUIRES_NEW} in a transaction that
 * may write throws {@link CannotCreateTransactionException} at once, unless the new transaction is
 * read-only.
 *
 * <p>Thread-safe.
 */
public final class TaskStoreTransactionManager extends AbstractPlatformTransactionManager
    implements ResourceTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient ManagedTransactions transactions;
  private final transient DataSource dataSource;

  /**
   * Creates a transaction manager.
   *
   * @param database the database
   * @param dataSource the data source for code that uses JDBC: that of {@link
   *     ManagedTransactions#dataSource}, or the one that the database was opened with
   */
  public TaskStoreTransactionManager(Database database, DataSource dataSource) {
    this.transactions = database.managedTransactions();
    this.dataSource = dataSource;
    setNestedTransactionAllowed(true);
  }

  @Override
  public Object getResourceFactory() {
    return dataSource;
  }

  @Override
  protected Object doGetTransaction() {
    return new JoinableTransaction(
        (BoundTransaction) TransactionSynchronizationManager.getResource(this));
  }

  @Override
  protected boolean isExistingTransaction(Object transaction) {
    return ((JoinableTransaction) transaction).bound() != null;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    boolean isNew =
        definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW;
    SuspendedTransaction surrounding = isNew ? transactions.suspend().orElse(null) : null;
    BoundTransaction begun;
    try {
      int seconds = determineTimeout(definition);
      Duration timeout =
          seconds == TransactionDefinition.TIMEOUT_DEFAULT ? null : Duration.ofSeconds(seconds);
      begun =
          new BoundTransaction(
              transactions, transactions.begin(options(definition), timeout), surrounding, seconds);
    } catch (RuntimeException e) {
      if (surrounding != null) {
        surrounding.resume();
      }
      throw new CannotCreateTransactionException("The transaction could not be begun.", e);
    }
    bind(begun);
    ((JoinableTransaction) transaction).bind(begun);
  }

  private static TransactionOptions options(TransactionDefinition definition) {
    TransactionOptions options =
        TransactionOptions.defaults()
            .isolation(
                switch (definition.getIsolationLevel()) {
                  case TransactionDefinition.ISOLATION_REPEATABLE_READ ->
                      IsolationLevel.REPEATABLE_READ;
                  case TransactionDefinition.ISOLATION_SERIALIZABLE -> IsolationLevel.SERIALIZABLE;
                  default -> IsolationLevel.READ_COMMITTED;
                })
            .withoutRetry();
    return definition.isReadOnly() ? options.readOnly() : options;
  }

  private void bind(BoundTransaction bound) {
    TransactionSynchronizationManager.bindResource(dataSource, bound.connections());
    TransactionSynchronizationManager.bindResource(this, bound);
  }

  private void unbind() {
    TransactionSynchronizationManager.unbindResource(this);
    TransactionSynchronizationManager.unbindResource(dataSource);
  }

  private record Suspended(BoundTransaction bound, @Nullable SuspendedTransaction transaction) {}

  /** There is nothing to detach in a callback after the completion of the transaction. */
  @Override
  protected Object doSuspend(Object transaction) {
    JoinableTransaction joinable = (JoinableTransaction) transaction;
    BoundTransaction bound = joinable.required();
    unbind();
    joinable.bind(null);
    return new Suspended(bound, transactions.suspend().orElse(null));
  }

  @Override
  protected void doResume(@Nullable Object transaction, Object suspendedResources) {
    Suspended suspended = (Suspended) suspendedResources;
    if (suspended.transaction() != null) {
      suspended.transaction().resume();
    }
    bind(suspended.bound());
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    BoundTransaction bound = ((JoinableTransaction) status.getTransaction()).required();
    try {
      bound.commit();
    } catch (AfterCommitException e) {
      throwAfterCommit(e);
    } catch (CommitOutcomeUnknownException e) {
      throw new TransactionSystemException(String.valueOf(e.getMessage()), e);
    } catch (RollbackOnlyException e) {
      throw new UnexpectedRollbackException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw DatabaseExceptionTranslator.translate(e);
    }
  }

  /** An exception of this method would count as a failed commit; one of a callback does not. */
  private static void throwAfterCommit(AfterCommitException failure) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw failure;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            throw failure;
          }
        });
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    ((JoinableTransaction) status.getTransaction()).required().rollback();
  }

  @Override
  protected void doSetRollbackOnly(DefaultTransactionStatus status) {
    ((JoinableTransaction) status.getTransaction()).required().connections().setRollbackOnly();
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    BoundTransaction bound = ((JoinableTransaction) transaction).required();
    unbind();
    bound.end();
  }
}
