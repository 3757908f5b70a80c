package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * How a database and its driver differ in running statements. Every default is correct for every
 * database; a dialect overrides those that make its database faster or use an additional feature.
 * Stateless and thread-safe.
 */
public interface StatementTraits {

  /** The defaults. */
  StatementTraits STANDARD = new StatementTraits() {};

  /**
   * Returns how many prepared statements the library caches for each connection of its own pools. A
   * cached statement is closed with its connection, or when the cache is full and all others were
   * used more recently.
   *
   * @return 0 by default, which is right for a driver that caches statements itself
   */
  default int keptStatements() {
    return 0;
  }

  /**
   * Returns the maximum number of parameters of a statement.
   *
   * @return at least 900
   */
  default int maximumParameters() {
    return 900;
  }

  /**
   * Returns whether many keys are joined as a list of {@code VALUES} instead of compared by {@code
   * IN}. Some planners compare each row of a small table with each key of an {@code IN} list.
   *
   * @return false by default
   */
  default boolean joinsKeys() {
    return false;
  }

  /**
   * Returns whether {@code SELECT ... ORDER BY ... FOR UPDATE} locks rows in this order. The
   * library then deletes many rows with two statements, where it otherwise runs one statement for
   * each row. Only databases with several write transactions at a time are asked.
   *
   * @return false by default
   */
  default boolean locksRowsInOrder() {
    return false;
  }

  /**
   * Returns whether an {@code UPDATE} with {@code RETURNING} is a query that returns the updated
   * rows. Otherwise the library updates and reads in one transaction.
   *
   * @return false by default
   */
  default boolean returnsUpdatedRows() {
    return false;
  }

  /**
   * Returns whether the driver returns the generated keys of all rows of a batch, in their order.
   * Otherwise the library inserts rows with a generated key one by one.
   *
   * @return false by default
   */
  default boolean returnsKeysOfBatches() {
    return false;
  }

  /**
   * Returns how many rows a connection has inserted, updated and deleted so far, for a database
   * that runs a batch statement by statement and stops at the first failure: the number of changed
   * rows then identifies the failed row. Otherwise a load sets a savepoint for each batch and runs
   * a failed batch again row by row. The cost of the savepoint grows with the number of pages that
   * contain the rows.
   *
   * @param connection a connection with a transaction
   * @param table the table into which a batch inserts
   * @return the number; empty by default, and when an insert into this table may change other rows
   *     too
   * @throws SQLException when the query fails
   */
  default OptionalLong changedRows(Connection connection, String table) throws SQLException {
    return OptionalLong.empty();
  }

  /**
   * Returns a field with the same order as another one, for which the database never uses an index:
   * it then sorts all rows before it returns the first. The library orders streams in read-write
   * transactions by this field, so that they do not return rows that the transaction writes
   * meanwhile. Databases whose cursors read a snapshot keep the default.
   *
   * @param field the field of an order
   * @return a field with the same values, by default the same field
   */
  default Field<?> sortedBeforehand(Field<?> field) {
    return field;
  }

  /**
   * Cancels a statement that still runs some time after {@link Statement#cancel()}. A cancellation
   * that arrives before the statement has no effect in the database, and some drivers cancel each
   * execution only once. The library calls this from another thread, repeatedly, while the
   * statement runs.
   *
   * @param statement a running statement, usually of a pool
   * @throws SQLException if the cancellation cannot be sent
   */
  default void cancelAgain(Statement statement) throws SQLException {
    statement.cancel();
  }

  /**
   * Returns the condition that a field has one of the values of a query which does not depend on
   * the row. The condition is an alternative of others, as in {@code owner = ? OR id IN (...)}. A
   * dialect overrides this method if its database has a form for which it uses an index and for the
   * default does not.
   *
   * @param field the field
   * @param values the query
   * @param <T> the type of the field
   * @return the condition, by default {@code field IN (values)}
   */
  default <T> Condition isAmong(Field<T> field, Select<? extends Record1<T>> values) {
    return field.in(values);
  }

  /**
   * Returns the value of a column in an insert that updates or keeps existing rows. jOOQ renders
   * such an insert as {@code MERGE} for databases without {@code ON CONFLICT}, with the parameters
   * in a list of {@code SELECT}. A dialect overrides this method if its database cannot infer the
   * types of parameters there: {@code parameter.cast(column)}. A cast must not change values; some
   * databases round times to whole seconds unless the type has a precision.
   *
   * @param parameter the parameter
   * @param column the column
   * @param <T> the type of the column
   * @return the value, by default the parameter
   */
  default <T> Field<T> upsertParameter(Field<T> parameter, Field<T> column) {
    return parameter;
  }

  /**
   * Returns whether {@code INSERT ... OVERRIDING SYSTEM VALUE} writes columns that are {@code
   * GENERATED ALWAYS AS IDENTITY}. The library then copies rows with this clause.
   *
   * @return false by default: an {@code INSERT} writes them like other columns
   */
  default boolean overridesSystemValues() {
    return false;
  }

  /**
   * Returns aggregate functions whose results give the exact sum of a column. Without them, the
   * library reads the values and adds them.
   *
   * @param column a column of integers or decimals. Its data type contains the digits of decimals
   * @return the terms, which add up to the sum; empty by default
   */
  default List<SumTerm> exactSum(Field<?> column) {
    return List.of();
  }

  /**
   * Returns whether block comments nest, as in {@code /* a /* b *}{@code / c *}{@code /}. The
   * library searches SQL of the application for commands that begin or end transactions.
   *
   * @return false by default
   */
  default boolean nestsComments() {
    return false;
  }

  /**
   * Returns whether names may be quoted as {@code [name]}.
   *
   * @return false by default
   */
  default boolean quotesWithBrackets() {
    return false;
  }
}
