package dev.taskstore.transfer.rows;

import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FetchSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table in key order, with a few hundred rows in memory at a time, and fewer of
 * tables that contain large rows. Requires a connection with an active transaction: PostgreSQL
 * otherwise returns all rows at once. Not thread-safe.
 */
public final class TableReader implements AutoCloseable {

  private final PreparedStatement statement;
  private final ResultSet resultSet;
  private final RowReader reader;
  private final RowCodec codec;

  private TableReader(
      PreparedStatement statement, ResultSet resultSet, RowReader reader, RowCodec codec) {
    this.statement = statement;
    this.resultSet = resultSet;
    this.reader = reader;
    this.codec = codec;
  }

  /**
   * Starts reading.
   *
   * @param connection a connection with an active transaction
   * @param dsl renders SQL for the same database
   * @param dialect the dialect of the database
   * @param table the table
   * @param condition restricts the rows
   * @return the reader, which the caller closes
   * @throws SQLException if the query fails
   */
  public static TableReader open(
      Connection connection, DSLContext dsl, Dialect dialect, TableShape table, Condition condition)
      throws SQLException {
    return open(
        connection, dsl, dialect, table, condition, fetchSize(connection, dsl, dialect, table));
  }

  /**
   * Starts reading with a known fetch size, for a table that is read repeatedly.
   *
   * @param connection a connection with an active transaction
   * @param dsl renders SQL for the same database
   * @param dialect the dialect of the database
   * @param table the table
   * @param condition restricts the rows
   * @param fetchSize the result of {@link #fetchSize}
   * @return the reader, which the caller closes
   * @throws SQLException if the query fails
   */
  public static TableReader open(
      Connection connection,
      DSLContext dsl,
      Dialect dialect,
      TableShape table,
      Condition condition,
      int fetchSize)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql(dsl, table, condition));
    try {
      statement.setFetchSize(fetchSize);
      dialect.transfer().prepareToReadRows(statement);
      ResultSet resultSet = statement.executeQuery();
      return new TableReader(
          statement,
          resultSet,
          new RowReader(resultSet, dialect.valueStorage()),
          new RowCodec(table));
    } catch (SQLException e) {
      try (statement) {
        throw e;
      }
    }
  }

  /** Returns the query of rows in key order. */
  static String sql(DSLContext dsl, TableShape table, Condition condition) {
    return dsl.renderInlined(
        DSL.select(table.fields()).from(table.table()).where(condition).orderBy(table.order()));
  }

  /**
   * Returns the number of rows that the driver may read into memory at a time. It depends on the
   * largest row of the table, because drivers buffer rows, not bytes.
   *
   * @param connection a connection with an active transaction
   * @param dsl renders SQL for the same database
   * @param dialect the dialect of the database
   * @param table the table
   * @return the fetch size
   * @throws SQLException if the query fails
   */
  public static int fetchSize(
      Connection connection, DSLContext dsl, Dialect dialect, TableShape table)
      throws SQLException {
    return FetchSize.of(connection, dsl, dialect, table.table(), table.fields());
  }

  /**
   * Reads the next row.
   *
   * @return the values, or null after the last row
   * @throws dev.taskstore.db.exception.InvalidRowException when the row contains a value that its
   *     column does not allow
   * @throws SQLException if the row cannot be read
   */
  public @Nullable Object @Nullable [] next() throws SQLException {
    return resultSet.next() ? codec.read(reader) : null;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      resultSet.close();
    }
  }
}
