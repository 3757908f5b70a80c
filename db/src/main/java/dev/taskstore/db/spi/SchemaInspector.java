package dev.taskstore.db.spi;

import dev.taskstore.db.migration.SchemaElement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the structure of a schema from the database itself, and makes empty databases to compare
 * with. Stateless and thread-safe.
 */
public interface SchemaInspector {

  /**
   * Reads the schema in which unqualified tables are made: every table with all that {@link
   * dev.taskstore.db.migration.ElementKind} and {@link dev.taskstore.db.migration.ElementAspect}
   * name, as far as the database has it. Two schemas that were made by the same statements are read
   * as equal elements, whatever the schemas' names; the order of columns and constraints does not
   * count.
   *
   * @param connection an open connection, inside or outside of a transaction
   * @return the elements in any order, without what the database or an extension has made for
   *     itself
   * @throws SQLException when the database does not answer
   */
  List<SchemaElement> inspect(Connection connection) throws SQLException;

  /**
   * Makes an empty database of the same kind and with the same settings. Nothing remains of it
   * after it is closed, nor when this process dies before.
   *
   * @param connection a connection that may write; nothing else uses it until the scratch database
   *     is closed. A transaction that is open on it is rolled back then
   * @return the scratch database
   * @throws SQLException when the database refuses
   * @throws dev.taskstore.db.exception.MigrationException when a right is missing, saying which
   */
  ScratchDatabase openScratch(Connection connection) throws SQLException;

  /** An empty database that is gone when it is closed. For one thread. */
  interface ScratchDatabase extends AutoCloseable {

    /**
     * The connection to it. Takes every statement of a changelog, those too that the database does
     * not run in a transaction; commits and rollbacks may have no effect.
     *
     * @return the connection, which the caller does not close
     */
    Connection connection();

    @Override
    void close() throws SQLException;
  }
}
