package dev.taskstore.db.internal.transaction;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.ApplicationTransactions;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.internal.observation.Observation;
import dev.taskstore.db.internal.observation.Observations;
import dev.taskstore.db.internal.replica.ReplicaSet;
import dev.taskstore.db.managed.ManagedApplicationTransactions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Returns connections, and verifies their state: they are in auto-commit mode, or, if the
 * application has enabled it, may be part of the application's transaction.
 */
public final class ConnectionSource {

  private static final long REFUSALS_NANOS = 1_000_000_000;

  private final ConnectionPools pools;
  private final @Nullable ReplicaSet replicas;
  private final boolean joinsApplicationTransactions;
  private final @Nullable ApplicationTransactions applicationTransactions;
  private final FailureTranslator failures;
  private final Observations observations;
  private final boolean singleWriter;
  private final ThreadLocal<@Nullable Integer> suspendedWriters = new ThreadLocal<>();
  private final WaitingThreads waiting = new WaitingThreads();
  private final AtomicLong refusedAt = new AtomicLong(System.nanoTime() - REFUSALS_NANOS);
  private volatile boolean closed;

  public ConnectionSource(
      ConnectionPools pools,
      @Nullable ReplicaSet replicas,
      boolean joinsApplicationTransactions,
      @Nullable ApplicationTransactions applicationTransactions,
      boolean singleWriter,
      FailureTranslator failures,
      Observations observations) {
    this.pools = pools;
    this.replicas = replicas;
    this.joinsApplicationTransactions = joinsApplicationTransactions;
    this.applicationTransactions = applicationTransactions;
    this.failures = failures;
    this.observations = observations;
    this.singleWriter = singleWriter;
  }

  public boolean joinsApplicationTransactions() {
    return joinsApplicationTransactions;
  }

  /** Returns the object that reports the end of the application's transactions, or null. */
  @Nullable ApplicationTransactions applicationTransactions() {
    return applicationTransactions;
  }

  /**
   * Returns a connection for reading and writing.
   *
   * @throws CapabilityNotSupportedException when a suspended transaction of this thread has the
   *     only connection that may write
   */
  public Connection writer() throws SQLException {
    if (singleWriter && suspendedWriters.get() != null) {
      throw new CapabilityNotSupportedException(
          "A suspended transaction of this thread holds the write lock, and the dialect does not"
              + " support "
              + Capability.CONCURRENT_WRITERS
              + " ("
              + Capability.CONCURRENT_WRITERS.description()
              + "). Join the transaction, run this work after it, or make one of both read-only.",
          FailureContext.NONE,
          null);
    }
    return checked(pools.writer(), false);
  }

  /** Counts a suspended transaction of this thread that may write. */
  void suspended(TransactionScope scope) {
    if (singleWriter && !scope.isReadOnly()) {
      Integer count = suspendedWriters.get();
      suspendedWriters.set(count == null ? 1 : count + 1);
    }
  }

  /** Ends the effect of {@link #suspended}. */
  void resumed(TransactionScope scope) {
    if (singleWriter && !scope.isReadOnly()) {
      Integer count = suspendedWriters.get();
      if (count == null || count == 1) {
        suspendedWriters.remove();
      } else {
        suspendedWriters.set(count - 1);
      }
    }
  }

  /** Returns a connection for reading. */
  public Connection reader() throws SQLException {
    return checked(pools.reader(), true);
  }

  /**
   * Returns a connection for reading, to a replica if a preference permits it and a replica fulfils
   * it.
   */
  public Connection reader(@Nullable ReadPreference preference) throws SQLException {
    ReplicaSet preferred = replicas(preference);
    if (preferred != null && preference != null) {
      Connection connection = preferred.connection(preference);
      if (connection != null) {
        return connection;
      }
    }
    return reader();
  }

  /**
   * Returns the replicas that a preference permits for the next read of this thread, or null. A
   * transaction of the application has a connection of its own.
   */
  public @Nullable ReplicaSet replicas(@Nullable ReadPreference preference) {
    if (replicas == null || preference == null || !preference.permitsReplicas()) {
      return null;
    }
    ensureOpen();
    return managed() == null ? replicas : null;
  }

  /** Returns the active transaction of the application that can be made rollback-only, or null. */
  public @Nullable ManagedApplicationTransactions managed() {
    return applicationTransactions instanceof ManagedApplicationTransactions managed
            && managed.isActive()
        ? managed
        : null;
  }

  /** Makes the active transaction of the application rollback-only, if it can be. */
  public void failed() {
    ManagedApplicationTransactions managed = managed();
    if (managed != null) {
      managed.setRollbackOnly();
    }
  }

  /**
   * Checks that a statement may run in the active transaction of the application.
   *
   * @param writes whether the statement may write
   */
  public void ensureMayRunInManaged(boolean writes) {
    ManagedApplicationTransactions managed = managed();
    if (managed == null) {
      return;
    }
    if (managed.isRollbackOnly()) {
      throw TransactionScope.rolledBack();
    }
    if (writes && managed.isReadOnly()) {
      throw TransactionScope.readOnly();
    }
  }

  /** Returns whether a connection is part of a transaction of the application. */
  public boolean isJoined(Connection connection) throws SQLException {
    return joinsApplicationTransactions && !connection.getAutoCommit();
  }

  /**
   * Removes a connection from its pool because its state is unknown. The caller still closes it.
   *
   * @param forReading whether {@link #reader} returned the connection
   */
  public void evict(Connection connection, boolean forReading) {
    if (replicas != null && replicas.evict(connection)) {
      return;
    }
    if ((forReading ? pools.reader() : pools.writer()) instanceof HikariDataSource pool) {
      pool.evictConnection(connection);
    }
  }

  /**
   * Drops the connections of the writers after the database refused a write because it is
   * read-only. The caller did not ask for a read-only transaction, so that a server may have become
   * a standby, and new connections may reach another one. A database that remains read-only loses
   * its connections at most once a second.
   *
   * <p>A transaction of the application may be read-only without the library's knowledge.
   *
   * @param failure the failure of a statement; nothing happens after other failures
   */
  public void refused(RuntimeException failure) {
    if (joinsApplicationTransactions || !(failure instanceof ReadOnlyTransactionException)) {
      return;
    }
    long now = System.nanoTime();
    long before = refusedAt.get();
    if (now - before >= REFUSALS_NANOS && refusedAt.compareAndSet(before, now)) {
      pools.onReadOnly().run();
    }
  }

  /**
   * Closes the source: further requests for connections fail, and so do the requests of threads
   * that wait for a connection.
   */
  public void close() {
    closed = true;
    waiting.interruptAll();
  }

  public boolean isClosed() {
    return closed;
  }

  /**
   * Checks that connections may still be used. A driver that cannot abort a statement keeps
   * connections usable that were in use at the close.
   *
   * @throws IllegalStateException when the database has been closed
   */
  public void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("This database has been closed.");
    }
  }

  private Connection checked(DataSource dataSource, boolean forReading) throws SQLException {
    Observation observation = observations.connection(forReading);
    Connection connection =
        observation == null ? wait(dataSource) : observed(dataSource, observation);
    if (!joinsApplicationTransactions && !connection.getAutoCommit()) {
      connection.close();
      throw new DatabaseOpenException(
          "The data source returns connections that are not in auto-commit mode. If they belong to"
              + " transactions of the application, call joinApplicationTransactions(); otherwise turn"
              + " auto-commit on.",
          FailureContext.NONE,
          null);
    }
    return connection;
  }

  /** The check follows the registration, so that no thread waits after the close. */
  private Connection wait(DataSource dataSource) throws SQLException {
    waiting.begin();
    try {
      ensureOpen();
      return dataSource.getConnection();
    } catch (SQLException e) {
      ensureOpen();
      throw e;
    } finally {
      waiting.end();
    }
  }

  private Connection observed(DataSource dataSource, Observation observation) throws SQLException {
    try {
      Connection connection = wait(dataSource);
      observation.succeeded();
      return connection;
    } catch (SQLException e) {
      observation.failed(failures.translate(e));
      throw e;
    } catch (RuntimeException e) {
      observation.failed(e);
      throw e;
    }
  }
}
