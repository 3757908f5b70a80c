package dev.taskstore.db.spi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * How many rows of a table a driver may read into memory at a time. Drivers count rows, not bytes,
 * so that the number depends on the largest row.
 */
public final class FetchSize {

  private static final int MAXIMUM = 500;
  private static final long BYTES = 8L * 1024 * 1024;
  private static final Set<Class<?>> LARGE = Set.of(String.class, JSON.class, byte[].class);

  private FetchSize() {}

  /**
   * Returns the fetch size for reading a whole table.
   *
   * @param connection a connection with an active transaction
   * @param dsl renders SQL for the database
   * @param dialect the dialect of the database
   * @param table the table
   * @param columns the columns to read
   * @return the fetch size, from 1 to 500
   * @throws SQLException if the query fails
   */
  public static int of(
      Connection connection,
      DSLContext dsl,
      Dialect dialect,
      Table<?> table,
      List<Field<?>> columns)
      throws SQLException {
    List<Field<Long>> sizes = new ArrayList<>();
    for (Field<?> column : columns) {
      if (LARGE.contains(column.getDataType().getBinding().converter().fromType())) {
        sizes.add(DSL.field("max(octet_length({0}))", Long.class, DSL.name(column.getName())));
      }
    }
    if (sizes.isEmpty() || !dialect.transfer().buffersRows()) {
      return MAXIMUM;
    }
    String sql = dsl.renderInlined(DSL.select(sizes).from(table));
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet largest = statement.executeQuery()) {
      largest.next();
      long bytes = 1;
      for (int i = 1; i <= sizes.size(); i++) {
        bytes += largest.getLong(i);
      }
      return (int) Math.max(1, Math.min(MAXIMUM, BYTES / bytes));
    }
  }
}
