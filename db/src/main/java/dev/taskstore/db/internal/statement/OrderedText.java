package dev.taskstore.db.internal.statement;

import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.spi.TextFunctions;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * A column that the database orders by a collation, in the form that it orders by code point. It
 * replaces the column where the order matters: in sort fields, in comparisons other than equality,
 * and in the greatest and least of several values. Elsewhere, such as in equality, the column
 * remains as it is, so that its indexes are used.
 */
final class OrderedText extends CustomField<Object> {

  private static final long serialVersionUID = 1L;

  /** Conditions that jOOQ does not publish; the second is that of any operator. */
  private static final Set<Class<?>> ROW_COMPARISONS =
      Set.of(
          rows().between(rows()).and(rows()).getClass(),
          rows().lessThan(DSL.select(DSL.inline(0), DSL.inline(0))).getClass());

  private final transient Field<?> ordered;

  @SuppressWarnings("unchecked") // Only the SQL of this field is used.
  private OrderedText(Field<?> column, Field<?> ordered) {
    super(column.getQualifiedName(), (DataType<Object>) column.getDataType());
    this.ordered = ordered;
  }

  /** Returns the replacement of a column that is being rendered, or null if it remains. */
  static @Nullable Field<?> of(
      TableField<?, ?> column, VisitContext context, TextFunctions functions) {
    if (!Codec.isCollated(column.getDataType()) || !isOrdered(context)) {
      return null;
    }
    return new OrderedText(column, functions.ordered(column));
  }

  /** Returns whether the order of the visited column affects the result of the query. */
  private static boolean isOrdered(VisitContext context) {
    QueryPart[] path = context.queryParts();
    for (int i = path.length - 2; i >= 0; i--) {
      QueryPart part = path[i];
      if (part instanceof OrderedText || part instanceof Query || part instanceof Select) {
        return false;
      } else if (part instanceof SortField || isExtreme(part)) {
        return true;
      } else if (part instanceof Condition condition) {
        // The comparison of rows by an operator contains one whose operator is not published.
        return isComparison(condition)
            || (i > 0 && path[i - 1] instanceof Condition outer && isComparisonOfRows(outer));
      }
    }
    return false;
  }

  private static boolean isExtreme(QueryPart part) {
    return part instanceof QOM.Min
        || part instanceof QOM.Max
        || part instanceof QOM.Greatest
        || part instanceof QOM.Least;
  }

  private static Row2<Integer, Integer> rows() {
    return DSL.row(DSL.inline(0), DSL.inline(0));
  }

  private static boolean isComparisonOfRows(Condition condition) {
    return condition instanceof QOM.RowLt
        || condition instanceof QOM.RowLe
        || condition instanceof QOM.RowGt
        || condition instanceof QOM.RowGe;
  }

  private static boolean isComparison(Condition condition) {
    return condition instanceof QOM.Lt
        || condition instanceof QOM.Le
        || condition instanceof QOM.Gt
        || condition instanceof QOM.Ge
        || condition instanceof QOM.LtQuantified
        || condition instanceof QOM.LeQuantified
        || condition instanceof QOM.GtQuantified
        || condition instanceof QOM.GeQuantified
        || condition instanceof QOM.Between
        || ROW_COMPARISONS.contains(condition.getClass());
  }

  @Override
  public void accept(Context<?> context) {
    context.visit(ordered);
  }
}
