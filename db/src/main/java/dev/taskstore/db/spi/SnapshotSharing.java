package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** How several connections read the same snapshot. Implementations must be stateless. */
public interface SnapshotSharing {

  /**
   * Exports the snapshot of a transaction, which other connections can use until it ends.
   *
   * @param connection a connection with an active read-only transaction of the isolation level
   *     REPEATABLE READ
   * @return the name of the snapshot
   * @throws SQLException if the command fails
   */
  String export(Connection connection) throws SQLException;

  /**
   * Uses an exported snapshot. Must be called before the first query of the transaction.
   *
   * @param connection a connection with an active read-only transaction of the isolation level
   *     REPEATABLE READ
   * @param snapshot the name of the snapshot
   * @throws SQLException if the command fails
   */
  void use(Connection connection, String snapshot) throws SQLException;
}
