package dev.taskstore.db.spi;

import java.math.BigDecimal;
import java.util.Objects;
import org.jooq.Field;

/**
 * A part of the exact sum of a column: the result of an aggregate function, multiplied by a factor.
 *
 * @param aggregate the aggregate function. It must neither round nor overflow for 2 billion rows,
 *     and be null if there are no values. {@link java.sql.ResultSet#getBigDecimal(int)} reads its
 *     result
 * @param factor the factor
 */
public record SumTerm(Field<?> aggregate, BigDecimal factor) {

  /** Creates a term. */
  public SumTerm {
    Objects.requireNonNull(aggregate, "aggregate");
    Objects.requireNonNull(factor, "factor");
  }
}
