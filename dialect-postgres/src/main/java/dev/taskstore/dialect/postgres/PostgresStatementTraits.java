package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.SumTerm;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseStatement;

/** How PostgreSQL and its driver run statements. */
enum PostgresStatementTraits implements StatementTraits {
  INSTANCE,

  /** Citus locks rows of one shard at a time. */
  CITUS {
    @Override
    public boolean locksRowsInOrder() {
      return false;
    }
  };

  /** The protocol counts parameters in 16 bits. */
  private static final int MAXIMUM_PARAMETERS = 65_535;

  @Override
  public int maximumParameters() {
    return MAXIMUM_PARAMETERS;
  }

  /**
   * A plan for all keys scans small tables, and hashes the list of an IN only if it is constant.
   */
  @Override
  public boolean joinsKeys() {
    return true;
  }

  @Override
  public boolean returnsUpdatedRows() {
    return true;
  }

  @Override
  public boolean returnsKeysOfBatches() {
    return true;
  }

  @Override
  public boolean locksRowsInOrder() {
    return true;
  }

  /**
   * The driver's statement sends one cancellation for each execution, its connection any number.
   */
  @Override
  public void cancelAgain(Statement statement) throws SQLException {
    if (statement.isWrapperFor(BaseStatement.class)
        && statement.unwrap(BaseStatement.class).getConnection() instanceof PGConnection driver) {
      driver.cancelQuery();
    } else {
      statement.cancel();
    }
  }

  @Override
  public boolean overridesSystemValues() {
    return true;
  }

  /** The sum of {@code bigint} is {@code numeric}. */
  @Override
  public List<SumTerm> exactSum(Field<?> column) {
    return List.of(new SumTerm(DSL.field("sum({0})", SQLDataType.NUMERIC, column), BigDecimal.ONE));
  }

  @Override
  public boolean nestsComments() {
    return true;
  }

  /** An IN with a subquery is no index condition if it is an alternative of others. */
  @Override
  public <T> Condition isAmong(Field<T> field, Select<? extends Record1<T>> values) {
    return DSL.condition("{0} = any (array({1}))", field, values);
  }
}
