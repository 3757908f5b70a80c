package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * How a database takes part in copies and backups, beyond reading and inserting rows. Every method
 * has a default, with which copies and backups work, but are slower or do less. Implementations
 * must be stateless and thread-safe.
 *
 * <p>Table and column names are those of the schema, not quoted.
 */
public interface TransferSupport {

  /** The defaults. */
  TransferSupport STANDARD = new TransferSupport() {};

  /**
   * Makes the queries of the current transaction fail where they would omit rows: for example, rows
   * that policies of row-level security hide from the role.
   *
   * @param connection a connection with an active transaction
   * @throws SQLException if the command fails
   */
  default void requireAllRows(Connection connection) throws SQLException {}

  /**
   * Checks foreign keys at the end of the current transaction instead of after each statement,
   * where the database can.
   *
   * @param connection a connection with an active transaction
   * @throws SQLException if the command fails
   */
  default void deferForeignKeys(Connection connection) throws SQLException {}

  /**
   * Stops the enforcement of foreign keys on a connection, where the database can and where they
   * are not among the {@link #rebuildable} structures. Rows can then be loaded in any order, and
   * deletes do not cascade.
   *
   * @param connection a connection without an active transaction, which no other thread uses until
   *     {@link #resumeForeignKeys}
   * @throws SQLException if the command fails
   */
  default void suspendForeignKeys(Connection connection) throws SQLException {}

  /**
   * Enforces foreign keys again. Rows that violate them are not found by this method.
   *
   * @param connection the connection of {@link #suspendForeignKeys}, without an active transaction
   * @throws SQLException if the command fails
   */
  default void resumeForeignKeys(Connection connection) throws SQLException {}

  /**
   * Prepares a statement that reads all rows of a table: a format of values that is fast to decode
   * may be worth a round trip then.
   *
   * @param statement a statement that has not been executed
   * @throws SQLException if the driver fails
   */
  default void prepareToReadRows(PreparedStatement statement) throws SQLException {}

  /**
   * Reads the result of a query in the form of bytes.
   *
   * @param connection a connection with an active transaction
   * @param query the query, without parameters
   * @param types the classes of the values that the library stores in the columns, in their order:
   *     String, UUID, Instant, Long, Integer, Short, Boolean, BigDecimal, LocalDate, LocalTime, or
   *     byte[]
   * @return the rows, which the caller closes before it uses the connection again; empty if a
   *     column has another type, and by default
   * @throws SQLException if the query fails
   */
  default Optional<BinaryRows> binaryRows(Connection connection, String query, List<Class<?>> types)
      throws SQLException {
    return Optional.empty();
  }

  /**
   * Returns whether the driver reads as many rows into memory at a time as the fetch size, so that
   * the fetch size must depend on the size of the rows.
   *
   * @return true by default
   */
  default boolean buffersRows() {
    return true;
  }

  /**
   * Returns the indexes, keys and foreign keys that can be dropped before a bulk load and built
   * again after it. Those that the database needs or cannot drop are not included.
   *
   * @param connection a connection with an active transaction
   * @param tables the tables
   * @return the structures, in the order in which they are built; they are dropped in the reverse
   *     order
   * @throws SQLException if the catalog cannot be read
   */
  default List<RebuildableStructure> rebuildable(Connection connection, List<String> tables)
      throws SQLException {
    return List.of();
  }

  /**
   * Sets the next value of an identity column, so that it is greater than all values of the column.
   * Has no effect on databases that compute the next value from the rows.
   *
   * @param connection a connection with an active transaction
   * @param table the table
   * @param column its identity column
   * @throws SQLException if the command fails
   */
  default void advanceIdentity(Connection connection, String table, String column)
      throws SQLException {}

  /**
   * Returns a table for the FROM clause of a query that must not read its rows from an index: a
   * damaged index may omit rows.
   *
   * @param quotedTable the table's name, quoted for SQL
   * @return SQL; by default the name alone
   */
  default String withoutIndexes(String quotedTable) {
    return quotedTable;
  }

  /**
   * Returns a condition that only values fulfil which repositories can read, where the database
   * evaluates it faster than the library reads a value. A value that does not fulfil it may still
   * be valid: the library then reads the rows of the table and decides.
   *
   * @param field a column that has no converter
   * @param type the Java type of its values, such as {@link java.util.UUID} or {@link
   *     java.time.Instant}
   * @return the condition, for values that are not null; empty by default: the library reads each
   *     value
   */
  default Optional<Condition> isReadable(Field<?> field, Class<?> type) {
    return Optional.empty();
  }

  /**
   * Returns a condition that only some texts fulfil, compared byte by byte whatever the collation
   * of the column is. A text that does not fulfil it may still be valid: the library then reads the
   * rows of the table and decides.
   *
   * @param field a column with text
   * @param texts the texts, at least one
   * @return the condition, for values that are not null; empty by default: the library reads each
   *     value
   */
  default Optional<Condition> isOneOf(Field<?> field, List<String> texts) {
    return Optional.empty();
  }

  /**
   * Returns an expression with the text of several columns, so that the library reads one value for
   * each row: it contains malformed text if one of them does.
   *
   * @param texts the columns, at least two
   * @return the expression, whose value is null if the library must read the columns one by one;
   *     empty by default
   */
  default Optional<Field<String>> joinedText(List<? extends Field<?>> texts) {
    return Optional.empty();
  }

  /**
   * Returns whether an index may refuse a row because of the size of its values. If it may refuse
   * some sizes, it may also refuse larger ones.
   *
   * @param sizes the sizes of the values in bytes, in the order of the index: text in UTF-8, binary
   *     data, 16 for a value of a type with a fixed size, and 0 for null
   * @return true if the index stores the row only under conditions, for example if it can compress
   *     the values; by default, false
   */
  default boolean mayExceedIndex(List<Integer> sizes) {
    return false;
  }

  /**
   * Returns the statements that record the changes of tables by triggers and that seal tables.
   *
   * @return the statements; empty when writes during a copy cannot be recorded
   */
  default Optional<ChangeCapture> changeCapture() {
    return Optional.empty();
  }

  /**
   * Returns how several connections read the same snapshot.
   *
   * @return the sharing; empty when only one connection can read a snapshot
   */
  default Optional<SnapshotSharing> snapshotSharing() {
    return Optional.empty();
  }

  /**
   * Returns the online backup of a database that is a local file.
   *
   * @return the backup; empty for other databases
   */
  default Optional<FileBackup> fileBackup() {
    return Optional.empty();
  }
}
