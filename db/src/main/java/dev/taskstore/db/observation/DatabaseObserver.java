package dev.taskstore.db.observation;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observes the operations of an open database. Set with {@link
 * dev.taskstore.db.DatabaseOptions#observers}.
 *
 * <p>An implementation must be thread-safe: all threads that use the database call it. It must not
 * use the database that it observes.
 *
 * <p>The calls are made in the thread that runs the operation and are part of its duration, so they
 * must be fast. An observer cannot change or prevent an operation: if it throws, the library
 * discards the exception, and logs the first one of each observer at level WARNING. The operation
 * continues.
 */
@FunctionalInterface
public interface DatabaseObserver {

  /**
   * An operation starts.
   *
   * <p>Operations of a thread nest: a transaction contains its statements, and the wait for its
   * connection. The statement of a stream ends when the stream is closed, possibly in another
   * thread and after its transaction. All others end in the thread in which they started. A
   * transaction always ends before the operation in which it started, and after all operations that
   * started in it, except for such streams.
   *
   * @param operation the operation
   * @return the object to call once when this operation ends, or null to ignore the operation
   */
  @Nullable OperationObserver started(DatabaseOperation operation);

  /**
   * The database was opened and its schema is up to date. Called once, before the application
   * receives the database. Does nothing by default.
   *
   * @param pools the open connection pools of the library, for their metrics: one or two; empty if
   *     the application supplied the data source. Only metrics may be set on them
   */
  default void opened(List<HikariDataSource> pools) {}
}
