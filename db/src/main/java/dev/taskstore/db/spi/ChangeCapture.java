package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The statements that record the keys of changed rows by triggers, and that seal tables. The
 * statements are idempotent: they run again when a copy is resumed. Implementations must be
 * stateless and thread-safe.
 *
 * <p>The names of triggers and functions begin with {@link #CAPTURE_PREFIX} or {@link
 * #SEAL_PREFIX}; the detection of drift ignores triggers with these names.
 */
public interface ChangeCapture {

  /** The identity column of an outbox, in the order of the changes. */
  String SEQUENCE = "taskstore_sequence";

  /** How the names of the triggers of {@link #start} begin. */
  String CAPTURE_PREFIX = "taskstore_capture";

  /** How the names of the triggers of {@link #seal} begin. */
  String SEAL_PREFIX = "taskstore_seal";

  /**
   * Returns the statement that creates an outbox: a table with the identity column {@link
   * #SEQUENCE} and the columns of a key, in their types but without constraints.
   *
   * @param connection a connection of the database, for its catalog
   * @param table the table
   * @param key the columns of its primary key
   * @param outbox the name of the outbox
   * @return the statement; without effect if the outbox exists
   * @throws SQLException if the catalog cannot be read
   */
  String createOutbox(Connection connection, String table, List<String> key, String outbox)
      throws SQLException;

  /**
   * Returns the statements that create triggers, which insert the key of each inserted, updated or
   * deleted row into the outbox; for an update of the key, the old and the new one. Changes by
   * cascades and replaced rows are included. A key can be inserted although its row did not change.
   * A statement that changes rows without triggers, such as TRUNCATE, is refused while the triggers
   * exist.
   *
   * @param connection a connection of the database, for its catalog
   * @param table the table
   * @param key the columns of its primary key
   * @param outbox an existing table of {@link #createOutbox}
   * @return the statements, in order
   * @throws SQLException if the catalog cannot be read
   */
  List<String> start(Connection connection, String table, List<String> key, String outbox)
      throws SQLException;

  /**
   * Returns the statements that remove the triggers of {@link #start}.
   *
   * @param table the table
   * @return the statements, in order; without effect if there are no triggers
   */
  List<String> stop(String table);

  /**
   * Returns the statements that create triggers, which refuse every later insert, update and delete
   * of rows of the table with {@link FailureKind#SEALED}. They wait for transactions that are
   * writing.
   *
   * @param table the table
   * @return the statements, in order
   */
  List<String> seal(String table);

  /**
   * Returns the statements that remove the triggers of {@link #seal}.
   *
   * @param table the table
   * @return the statements, in order; without effect if there are no triggers
   */
  List<String> unseal(String table);
}
