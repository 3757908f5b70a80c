package dev.taskstore.db.spi;

import dev.taskstore.db.exception.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;

/** How the migrators of several processes take turns. */
@FunctionalInterface
public interface MigrationLock {

  /** No lock: for databases that only one process at a time migrates. */
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
   * Waits until no other process migrates the database and takes the turn. The turn must end by
   * itself when this process dies.
   *
   * @return ends the turn when closed
   * @throws SQLException when the database refuses
   * @throws DatabaseException when the turn does not come in time
   */
  Held acquire() throws SQLException;

  /** A turn that is held until it is closed. */
  interface Held extends AutoCloseable {

    /**
     * Tells whether every other migrator is kept out, so that a mark which a migrator has left in
     * the database's lock table must be that of a dead one.
     *
     * @return true by default
     */
    default boolean isExclusive() {
      return true;
    }

    /**
     * Called with a connection before it migrates in this turn. What it marks there may tell the
     * one who takes the turn of a dead migrator what that one has left running. Does nothing by
     * default.
     *
     * @param connection a connection in auto-commit mode
     * @throws SQLException when the database refuses
     */
    default void begin(Connection connection) throws SQLException {}

    /**
     * Called with the connection when it has migrated, unless it broke. Does nothing by default.
     *
     * @param connection the connection, in auto-commit mode
     * @throws SQLException when the database refuses
     */
    default void end(Connection connection) throws SQLException {}

    /** Ends the turn. */
    @Override
    void close();
  }
}
