package dev.taskstore.db.spi;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The online backup of a database that is a local file. Implementations must be stateless and
 * thread-safe.
 */
public interface FileBackup {

  /**
   * Copies the database into a new file, while other connections read and write. The file contains
   * one consistent state. Its contents and its directory entry are forced to the disk.
   *
   * @param connection a connection of the database, without an active transaction
   * @param file the file, which must not exist
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the file exists
   * @throws dev.taskstore.db.exception.DatabaseOpenException if the file cannot be written
   * @throws dev.taskstore.db.exception.DatabaseTimeoutException if the database remains locked
   * @throws SQLException if the backup fails for another reason; the file does not exist then
   */
  void backup(Connection connection, Path file) throws SQLException;

  /**
   * Replaces the contents of the database with those of a file that {@link #backup} wrote. Other
   * connections remain open: their transactions see the old state to their end, and later ones the
   * new state. If it fails, the old contents remain.
   *
   * @param connection a connection of the database, without an active transaction
   * @param file the file
   * @throws dev.taskstore.db.exception.DatabaseOpenException if the file is not a backup of such a
   *     database, is not complete or is damaged; nothing was replaced
   * @throws dev.taskstore.db.exception.DatabaseTimeoutException if another connection writes for
   *     longer than a connection waits for a lock; nothing was replaced
   * @throws SQLException if the restore fails for another reason
   */
  void restore(Connection connection, Path file) throws SQLException;
}
