package dev.taskstore.db.spi;

import java.util.List;

/**
 * The statements that record the keys of changed rows by triggers, and that seal tables. The
 * statements are idempotent: they run again when a copy is resumed. Implementations must be
 * stateless and thread-safe.
 */
public interface ChangeCapture {

  /**
   * Returns the statements that create triggers, which insert the key of each inserted, updated or
   * deleted row into an outbox table; for an update of the key, the old and the new one. A
   * statement that changes rows without triggers, such as TRUNCATE, is refused while the triggers
   * exist.
   *
   * @param table the table
   * @param key the columns of its primary key
   * @param outbox an existing table with an identity column and the columns of the key, in their
   *     types but without constraints
   * @return the statements, in order
   */
  List<String> start(String table, List<String> key, String outbox);

  /**
   * Returns the statements that remove the triggers of {@link #start}.
   *
   * @param table the table
   * @return the statements, in order; without effect if there are no triggers
   */
  List<String> stop(String table);

  /**
   * Returns the statements that create triggers, which refuse every later insert, update and delete
   * of the table with {@link FailureKind#SEALED}. They wait for transactions that are writing.
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

  /**
   * Returns the statement that creates an outbox table for a table.
   *
   * @param table the table
   * @param key the columns of its primary key, whose types the outbox has
   * @param outbox the name of the outbox
   * @return the statement; without effect if the outbox exists. The outbox has the identity column
   *     {@code sequence} and the columns of the key
   */
  String createOutbox(String table, List<String> key, String outbox);
}
