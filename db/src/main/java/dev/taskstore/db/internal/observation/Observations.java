package dev.taskstore.db.internal.observation;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.DatabaseOperation.Kind;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the observation of operations. Without observers, and before the database is identified,
 * all methods return null and allocate nothing. Thread-safe.
 */
public final class Observations {

  private final GuardedObserver[] observers;
  private final String system;
  private volatile @Nullable StatementOperations statements;

  public Observations(List<DatabaseObserver> observers, String system) {
    this.observers = observers.stream().map(GuardedObserver::new).toArray(GuardedObserver[]::new);
    this.system = system;
  }

  /** Returns whether there are observers. */
  public boolean isEmpty() {
    return observers.length == 0;
  }

  /** Starts to observe operations. */
  public void identify(@Nullable String namespace) {
    statements = new StatementOperations(system, namespace);
  }

  /** Reports that the database was opened. */
  public void opened(List<HikariDataSource> pools) {
    for (GuardedObserver observer : observers) {
      observer.opened(pools);
    }
  }

  /**
   * Starts the observation of a statement that was built from parts.
   *
   * @param isBatch whether it may run several times
   */
  public @Nullable Observation statement(String sql, boolean isBatch) {
    StatementOperations operations = operations();
    return operations == null
        ? null
        : start(isBatch ? operations.batch(sql) : operations.single(sql));
  }

  /** Starts the observation of a statement whose text the application wrote. */
  public @Nullable Observation plainStatement(String sql) {
    StatementOperations operations = operations();
    return operations == null ? null : start(operations.plain(sql));
  }

  /** Starts the observation of one part of a bulk load. */
  public @Nullable Observation loadStatement(String name, String table) {
    return start(Kind.STATEMENT, name, table, false, 1);
  }

  /** Starts the observation of a bulk load. */
  public @Nullable Observation bulkLoad(String table) {
    return start(Kind.BULK_LOAD, "BULK LOAD", table, false, 1);
  }

  /** Starts the observation of an attempt of a transaction. */
  public @Nullable Observation transaction(boolean readOnly, int attempt) {
    return start(Kind.TRANSACTION, "TRANSACTION", null, readOnly, attempt);
  }

  /** Starts the observation of the pause after an attempt. */
  public @Nullable Observation retry(int attempt) {
    return start(Kind.RETRY, "RETRY", null, false, attempt);
  }

  /** Starts the observation of a wait for a connection. */
  public @Nullable Observation connection(boolean forReading) {
    return start(Kind.CONNECTION, "CONNECTION", null, forReading, 1);
  }

  /** Starts the observation of a migration. */
  public @Nullable Observation migration(boolean forward) {
    String name = forward ? "MIGRATION UPDATE" : "MIGRATION ROLLBACK";
    return start(Kind.MIGRATION, name, null, false, 1);
  }

  /** Runs an operation and ends its observation with the count that it returns. */
  public static long run(@Nullable Observation observation, LongSupplier operation) {
    if (observation == null) {
      return operation.getAsLong();
    }
    try {
      long count = operation.getAsLong();
      observation.count(count);
      observation.succeeded();
      return count;
    } catch (RuntimeException | Error e) {
      observation.failed(e);
      throw e;
    }
  }

  private @Nullable StatementOperations operations() {
    return observers.length == 0 ? null : statements;
  }

  private @Nullable Observation start(
      Kind kind, String name, @Nullable String table, boolean readOnly, int attempt) {
    StatementOperations operations = operations();
    return operations == null
        ? null
        : start(operations.other(kind, name, table, readOnly, attempt));
  }

  private Observation start(DatabaseOperation operation) {
    return new Observation(observers, operation);
  }
}
