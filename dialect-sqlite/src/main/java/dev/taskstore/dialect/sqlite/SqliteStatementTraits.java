package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.StatementTraits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How SQLite and its driver run statements. */
enum SqliteStatementTraits implements StatementTraits {
  INSTANCE;

  /** More than the texts of the repositories for users, tasks and tags. */
  private static final int KEPT_STATEMENTS = 128;

  /** SQLITE_MAX_VARIABLE_NUMBER of the bundled library. */
  private static final int MAXIMUM_PARAMETERS = 32_766;

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

  @Override
  public boolean quotesWithBrackets() {
    return true;
  }
}
