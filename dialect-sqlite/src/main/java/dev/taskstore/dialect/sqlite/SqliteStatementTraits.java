package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.SumTerm;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How SQLite and its driver run statements. */
enum SqliteStatementTraits implements StatementTraits {
  INSTANCE;

  /** More than the texts of the repositories for users, tasks and tags. */
  private static final int KEPT_STATEMENTS = 128;

  /** SQLITE_MAX_VARIABLE_NUMBER of the bundled library. */
  private static final int MAXIMUM_PARAMETERS = 32_766;

  /** Divides integers into halves whose sums do not overflow. */
  private static final long HALF = 1L << 32;

  private static final String CHANGED_ROWS =
      "SELECT total_changes() WHERE NOT EXISTS (SELECT 1 FROM (SELECT type, tbl_name FROM"
          + " sqlite_schema UNION ALL SELECT type, tbl_name FROM sqlite_temp_schema)"
          + " WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE)";

  /** The driver keeps none, and preparing a statement takes as long as finding a row with it. */
  @Override
  public int keptStatements() {
    return KEPT_STATEMENTS;
  }

  @Override
  public int maximumParameters() {
    return MAXIMUM_PARAMETERS;
  }

  @Override
  public boolean returnsUpdatedRows() {
    return true;
  }

  /** The driver runs the statements of a batch one by one. Changes by triggers would count too. */
  @Override
  public OptionalLong changedRows(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGED_ROWS)) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        return resultSet.next() ? OptionalLong.of(resultSet.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** A cursor over an index returns rows that are written while it is open; a plus prevents it. */
  @Override
  public Field<?> sortedBeforehand(Field<?> field) {
    return DSL.field("+{0}", field.getDataType(), field);
  }

  /**
   * Adds both halves of the integers, because {@code sum} of the whole ones fails when it exceeds
   * 64 bits, even temporarily. Decimals of more than 18 digits are BLOBs, which SQL cannot add.
   */
  @Override
  public List<SumTerm> exactSum(Field<?> column) {
    DataType<?> type = column.getDataType();
    if (type.getType() == BigDecimal.class && type.precision() > Decimals.MAX_LONG_PRECISION) {
      return List.of();
    }
    BigDecimal unit = BigDecimal.ONE.movePointLeft(type.scale());
    Field<Long> half = DSL.inline(HALF);
    return List.of(
        new SumTerm(
            DSL.field("sum({0} / {1})", SQLDataType.BIGINT, column, half),
            unit.multiply(BigDecimal.valueOf(HALF))),
        new SumTerm(DSL.field("sum({0} % {1})", SQLDataType.BIGINT, column, half), unit));
  }

  @Override
  public boolean quotesWithBrackets() {
    return true;
  }
}
