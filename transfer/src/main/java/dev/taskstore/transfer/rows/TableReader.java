package dev.taskstore.transfer.rows;

import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.spi.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table in key order, with a few hundred rows in memory at a time, and fewer of
 * tables that contain large rows. Requires a
 * connection with an active transaction: PostgreSQL otherwise returns all rows at once. Not
 * thread-safe.
 */
public final class TableReader implements AutoCloseable {

  private static final int MAXIMUM_FETCH_SIZE = 500;
  private static final long FETCHED_BYTES = 8L * 1024 * 1024;

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
    String sql =
        dsl.renderInlined(
            DSL.select(table.fields()).from(table.table()).where(condition).orderBy(table.order()));
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setFetchSize(fetchSize);
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
    List<Field<Long>> sizes =
        table.columns().stream()
            .filter(column -> column.type() == ValueType.TEXT || column.type() == ValueType.BYTES)
            .map(column -> DSL.name(column.name()))
            .map(name -> DSL.field("max(octet_length({0}))", Long.class, name))
            .toList();
    if (sizes.isEmpty() || !dialect.transfer().buffersRows()) {
      return MAXIMUM_FETCH_SIZE;
    }
    String sql = dsl.renderInlined(DSL.select(sizes).from(table.table()));
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet largest = statement.executeQuery()) {
      largest.next();
      long bytes = 1;
      for (int i = 1; i <= sizes.size(); i++) {
        bytes += largest.getLong(i);
      }
      return (int) Math.max(1, Math.min(MAXIMUM_FETCH_SIZE, FETCHED_BYTES / bytes));
    }
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
