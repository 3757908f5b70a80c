package dev.taskstore.db.managed;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Begins and suspends the transactions of a database for a framework that manages them. An
 * application calls {@code transaction(...)} instead, which always ends what it begins.
 *
 * <p>A thread has at most one active transaction. All calls of the thread on the database join it,
 * as they join the transaction of {@code transaction(...)}. The framework must end each transaction
 * on the thread that began it, inner ones before outer ones. Managed transactions are not retried.
 *
 * <p>Thread-safe.
 */
public interface ManagedTransactions {

  /**
   * Begins a transaction on the calling thread. In an active transaction, it is a savepoint.
   *
   * @param options the options; whether it is retryable is ignored
   * @param timeout the time from now in which its statements may run, or null for no limit. A later
   *     statement throws {@link DatabaseTimeoutException}, and a running one is cancelled at the
   *     end. Ignored in an active transaction
   * @return the transaction, which the caller commits or rolls back
   * @throws InvalidArgumentException if the timeout is not positive
   * @throws CapabilityNotSupportedException if a suspended transaction of the thread may write, the
   *     new one too, and the dialect does not support {@link
   *     dev.taskstore.db.spi.Capability#CONCURRENT_WRITERS}: the new one would wait forever
   * @throws ReadOnlyTransactionException if the options are not read-only in an active read-only
   *     transaction
   * @throws RollbackOnlyException if a statement of the active transaction has failed
   * @throws DatabaseTimeoutException if no connection is free in time
   * @throws ConnectionLostException if the database cannot be reached
   * @throws IllegalStateException if the database has been closed
   */
  ManagedTransaction begin(TransactionOptions options, @Nullable Duration timeout);

  /**
   * Detaches the active transaction from the calling thread: the next calls of the thread do not
   * join it. Its connection remains in use.
   *
   * @return the suspended transaction, or empty if the thread has no active transaction
   */
  Optional<SuspendedTransaction> suspend();

  /**
   * Returns a data source for code that uses JDBC. In an active transaction of the calling thread,
   * its connections are that of {@link ManagedTransaction#connection}, and their {@code close()}
   * does nothing. Outside of a transaction, they are those of the pool for writes, in auto-commit
   * mode, and are closed by the caller.
   *
   * <p>The data source is closed with the database.
   *
   * @return the data source
   */
  DataSource dataSource();
}
