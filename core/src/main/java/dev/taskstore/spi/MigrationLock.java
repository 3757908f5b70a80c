package dev.taskstore.spi;

import dev.taskstore.db.DatabaseException;
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

    /** Ends the turn. */
    @Override
    void close();
  }
}
