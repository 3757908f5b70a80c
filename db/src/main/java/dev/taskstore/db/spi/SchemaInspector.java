package dev.taskstore.db.spi;

import dev.taskstore.db.migration.SchemaElement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the structure of a schema from the database, and creates empty databases to compare it
 * with. Implementations must be stateless and thread-safe.
 */
public interface SchemaInspector {

  /**
   * Reads the schema in which unqualified tables are created: every element of each {@link
   * dev.taskstore.db.migration.ElementKind} with each {@link
   * dev.taskstore.db.migration.ElementAspect} that the database supports. Two schemas that the same
   * statements created must result in equal elements, regardless of the names of the schemas. The
   * order of columns and constraints is ignored.
   *
   * @param connection an open connection, inside or outside of a transaction
   * @return the elements in any order, without those that the database or an extension created
   * @throws SQLException if a query fails
   */
  List<SchemaElement> inspect(Connection connection) throws SQLException;

  /**
   * Creates an empty database of the same kind and with the same settings. It is removed completely
   * when it is closed or when this process dies.
   *
   * @param connection a connection that may write and that is not used otherwise until the scratch
   *     database is closed; closing rolls back its active transaction
   * @return the scratch database
   * @throws SQLException if a statement fails
   * @throws dev.taskstore.db.exception.MigrationException if a privilege is missing; the message
   *     contains it
   */
  ScratchDatabase openScratch(Connection connection) throws SQLException;

  /** An empty database that is removed when it is closed. Not thread-safe. */
  interface ScratchDatabase extends AutoCloseable {

    /**
     * Returns the connection to the database. It accepts every statement of a changelog, including
     * those that the database does not run in a transaction. Commits and rollbacks may have no
     * effect.
     *
     * @return the connection, which the caller must not close
     */
    Connection connection();

    @Override
    void close() throws SQLException;
  }
}
