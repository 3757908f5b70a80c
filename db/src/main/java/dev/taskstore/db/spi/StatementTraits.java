package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.Field;

/**
 * How a database and its driver differ in running statements. Every default is correct for every
 * database; a dialect overrides what makes its database faster, or what it can do in addition.
 * Thread-safe and without state.
 */
public interface StatementTraits {

  /** The defaults. */
  StatementTraits STANDARD = new StatementTraits() {};

  /**
   * How many prepared statements the library keeps for each connection of its own pools. A kept
   * statement is closed with its connection, or when too many others are used more recently.
   *
   * @return none by default, which is right for a driver that keeps statements itself
   */
  default int keptStatements() {
    return 0;
  }

  /**
   * The greatest number of parameters of one statement.
   *
   * @return at least 900
   */
  default int maximumParameters() {
    return 900;
  }

  /**
   * Whether many keys are joined as a list of {@code VALUES}, and not compared by {@code IN}. Some
   * planners compare each row of a small table with each key of an {@code IN} list.
   *
   * @return false by default
   */
  default boolean joinsKeys() {
    return false;
  }

  /**
   * Whether an {@code UPDATE} with {@code RETURNING} is a query that returns the updated rows.
   * Otherwise the library updates and reads in one transaction.
   *
   * @return false by default
   */
  default boolean returnsUpdatedRows() {
    return false;
  }

  /**
   * Whether the driver returns the generated keys of all rows of a batch, in their order. Otherwise
   * the library inserts rows with a generated key one by one.
   *
   * @return false by default
   */
  default boolean returnsKeysOfBatches() {
    return false;
  }

  /**
   * How many rows a connection has inserted, updated and deleted so far, for a database that runs a
   * batch statement by statement and ends it at the first failure: the number of changed rows then
   * identifies the failed one. Otherwise a load sets a savepoint for each batch and runs a failed
   * batch again row by row, which costs more the more pages the rows are in.
   *
   * @param connection a connection with a transaction
   * @param table the table into which a batch inserts
   * @return the number; nothing by default, and when an insert into this table may change other
   *     rows too
   * @throws SQLException when the query fails
   */
  default OptionalLong changedRows(Connection connection, String table) throws SQLException {
    return OptionalLong.empty();
  }

  /**
   * Returns a field that has the same order as another one, but that the database never orders by
   * an index: it then sorts all rows before it returns the first. The library orders streams inside
   * transactions that write by this field, so that they do not return rows that the transaction
   * writes meanwhile. Databases whose cursors read a snapshot keep the default.
   *
   * @param field the field of an order
   * @return a field with the same values, by default the same field
   */
  default Field<?> sortedBeforehand(Field<?> field) {
    return field;
  }
}
