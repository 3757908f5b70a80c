package dev.taskstore.db.spi;

import dev.taskstore.db.exception.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A lock that serializes the migrations of several processes. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface MigrationLock {

  /** No lock, for databases that are migrated by only one process at a time. */
  MigrationLock NONE =
      () ->
          new Held() {
            @Override
            public boolean isExclusive() {
              return false;
            }

            @Override
            public void close() {}
          };

  /**
   * Waits until no other process holds the lock, and acquires it. The database or operating system
   * must release the lock if this process dies.
   *
   * @return the lock; closing it releases it
   * @throws SQLException if a statement fails
   * @throws DatabaseException if the lock does not become available in time, or if the thread is
   *     interrupted
   */
  Held acquire() throws SQLException;

  /** An acquired lock, which is released when it is closed. */
  interface Held extends AutoCloseable {

    /**
     * Returns whether the lock excludes all other migrators. If so, a lock in Liquibase's lock
     * table can only be that of a process that died, and is released.
     *
     * @return whether the lock is exclusive; true by default
     */
    default boolean isExclusive() {
      return true;
    }

    /**
     * Called before a connection migrates while this lock is held. An implementation can mark the
     * session here, so that the next holder of the lock can find and end the sessions of a process
     * that died. Does nothing by default.
     *
     * @param connection a connection in auto-commit mode
     * @throws SQLException if a statement fails
     */
    default void begin(Connection connection) throws SQLException {}

    /**
     * Called after the connection has migrated, unless it is broken. Does nothing by default.
     *
     * @param connection the connection, in auto-commit mode
     * @throws SQLException if a statement fails
     */
    default void end(Connection connection) throws SQLException {}

    /** Releases the lock. */
    @Override
    void close();
  }
}
