package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.MappedColumn;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.spi.SumTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.TableField;

/**
 * The exact sum of the numbers in a column, and their count.
 *
 * @param sum the sum, with the scale of the column
 * @param count the number of values, at least 1
 */
public record NumberTotal(BigDecimal sum, long count) {

  private static final int FETCH_SIZE = 500;

  /**
   * Adds the numbers in the rows of a condition: in the database if its dialect has aggregates for
   * the exact sum, otherwise value by value.
   *
   * @return the total, or empty if there are no values
   */
  public static <T extends Number> Optional<NumberTotal> of(
      OpenDatabase database,
      TableStatements statements,
      Condition condition,
      TableField<?, T> column,
      MappedColumn<T> values) {
    List<SumTerm> terms = database.dialect().statementTraits().exactSum(column);
    NumberTotal total =
        terms.isEmpty()
            ? added(database, statements.values(condition, column), values)
            : computed(database, statements.total(condition, column, terms), terms);
    int scale = column.getDataType().scale();
    return total.count() == 0
        ? Optional.empty()
        : Optional.of(new NumberTotal(total.sum().setScale(scale), total.count()));
  }

  private static NumberTotal computed(
      OpenDatabase database, BoundStatement bound, List<SumTerm> terms) {
    return database.read(
        connection ->
            bound.template().fetch(connection, bound.binder(), row -> read(row, terms)).get(0));
  }

  private static NumberTotal read(RowReader row, List<SumTerm> terms) throws SQLException {
    long count = row.count(1);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < terms.size() && count > 0; i++) {
      sum = sum.add(row.number(i + 2).multiply(terms.get(i).factor()));
    }
    return new NumberTotal(sum, count);
  }

  private static <T extends Number> NumberTotal added(
      OpenDatabase database, BoundStatement bound, MappedColumn<T> values) {
    BigDecimal sum = BigDecimal.ZERO;
    long count = 0;
    try (Stream<T> all =
        RowStream.open(database, bound, FETCH_SIZE, row -> values.require(row, 1))) {
      for (Iterator<T> each = all.iterator(); each.hasNext(); count++) {
        sum = sum.add(decimal(each.next()));
      }
    }
    return new NumberTotal(sum, count);
  }

  private static BigDecimal decimal(Number value) {
    return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(value.longValue());
  }

  /** Returns the average, rounded to a scale; ties are rounded away from zero. */
  public BigDecimal average(int scale) {
    return sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP);
  }
}
