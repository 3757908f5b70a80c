package dev.taskstore.db.spi;

import dev.taskstore.db.security.RolePrivileges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Returns the statements that give roles their privileges. A dialect with such statements declares
 * {@link Capability#ROLES}. Implementations must be stateless and thread-safe.
 */
public interface RoleStatements {

  /**
   * The tables of a schema, by what the application does with them. Immutable.
   *
   * @param rows the tables whose rows the application reads and writes, at least one
   * @param history the tables that record the applied changesets and the entries of an audit trail,
   *     which the application reads
   * @param hidden other tables of migrations, which the application does not use
   */
  record Tables(List<String> rows, List<String> history, List<String> hidden) {

    /** Copies the lists. */
    public Tables {
      rows = List.copyOf(rows);
      history = List.copyOf(history);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * Returns the statements for two roles in the current database and schema. Changes nothing.
   *
   * @param connection an open connection
   * @param owner the role that migrates, a valid name
   * @param application the role of the application, a valid name
   * @param tables the tables of the schema
   * @return the statements
   * @throws SQLException if the names of the database and the schema cannot be read
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the server does not accept the
   *     name of a role, or if both names are equal
   */
  RolePrivileges privileges(Connection connection, String owner, String application, Tables tables)
      throws SQLException;
}
