package dev.taskstore.db.internal.statement;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Comparator;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the comparisons with ANY and ALL, which some databases do not have. Stateless and
 * thread-safe.
 */
final class QuantifiedPredicates {

  private final boolean acceptsOthers;

  /**
   * Creates the replacement.
   *
   * @param acceptsOthers whether arrays, and comparisons without a common form, remain as they are
   */
  QuantifiedPredicates(boolean acceptsOthers) {
    this.acceptsOthers = acceptsOthers;
  }

  /** Returns the replacement of a condition, or null if it remains as it is. */
  @Nullable Condition replace(Condition condition) {
    if (condition instanceof QOM.EqQuantified<?> equal) {
      return compared(equal.$arg1(), Comparator.EQUALS, equal.$arg2());
    } else if (condition instanceof QOM.NeQuantified<?> different) {
      return compared(different.$arg1(), Comparator.NOT_EQUALS, different.$arg2());
    } else if (condition instanceof QOM.LtQuantified<?> less) {
      return compared(less.$arg1(), Comparator.LESS, less.$arg2());
    } else if (condition instanceof QOM.LeQuantified<?> less) {
      return compared(less.$arg1(), Comparator.LESS_OR_EQUAL, less.$arg2());
    } else if (condition instanceof QOM.GtQuantified<?> greater) {
      return compared(greater.$arg1(), Comparator.GREATER, greater.$arg2());
    } else if (condition instanceof QOM.GeQuantified<?> greater) {
      return compared(greater.$arg1(), Comparator.GREATER_OR_EQUAL, greater.$arg2());
    }
    return null;
  }

  private <T> @Nullable Condition compared(
      Field<T> field, Comparator comparator, QueryPart quantified) {
    if (acceptsOthers && quantified instanceof QOM.QuantifiedArray) {
      return null; // jOOQ has a form for every database, possibly with one parameter
    }
    boolean isIn = comparator == Comparator.EQUALS && isAny(quantified);
    boolean isNotIn = comparator == Comparator.NOT_EQUALS && !isAny(quantified);
    if (quantified instanceof QOM.QuantifiedSelect<?> query && (isIn || isNotIn)) {
      Select<Record1<T>> rows = rows(query);
      return isIn ? field.in(rows) : field.notIn(rows);
    }
    List<Field<T>> values = values(quantified, field.getDataType());
    if (values == null) {
      return unsupported();
    } else if (isIn) {
      return field.in(values);
    } else if (isNotIn) {
      return field.notIn(values);
    }
    return combined(
        quantified, values.stream().map(value -> field.compare(comparator, value)).toList());
  }

  @SuppressWarnings("unchecked") // jOOQ compares the field with rows of its type.
  private static <T> Select<Record1<T>> rows(QOM.QuantifiedSelect<?> query) {
    return (Select<Record1<T>>) query.$query();
  }

  private @Nullable Condition unsupported() {
    if (acceptsOthers) {
      return null;
    }
    throw new InvalidArgumentException(
        "Some databases do not compare with ANY or ALL of a query or an expression. Compare with"
            + " DSL.min or DSL.max in a subquery, or use DSL.exists.",
        FailureContext.NONE);
  }

  private static boolean isAny(QueryPart quantified) {
    QOM.Quantifier quantifier =
        quantified instanceof QOM.QuantifiedArray<?> list
            ? list.$quantifier()
            : ((QOM.QuantifiedSelect<?>) quantified).$quantifier();
    return quantifier == QOM.Quantifier.ANY;
  }

  /** Returns the elements of a list, or null if they are not in the query. */
  @SuppressWarnings("unchecked") // The elements have the type of the compared field.
  static <T> @Nullable List<Field<T>> values(QueryPart quantified, DataType<T> type) {
    if (!(quantified instanceof QOM.QuantifiedArray<?> list)) {
      return null;
    }
    List<Field<T>> values = new ArrayList<>();
    if (list.$array() instanceof QOM.Array<?> array) {
      array.$elements().forEach(element -> values.add((Field<T>) element));
    } else if (list.$array() instanceof Param<?> parameter
        && parameter.getValue() instanceof Object[] elements) {
      for (Object element : elements) {
        values.add(DSL.val(element, type));
      }
    } else {
      return null;
    }
    return values;
  }

  /** Combines the predicates of a list's elements. */
  static Condition combined(QueryPart quantified, List<Condition> elements) {
    boolean isAny = isAny(quantified);
    if (elements.isEmpty()) {
      return isAny ? DSL.falseCondition() : DSL.trueCondition();
    }
    Condition all = isAny ? DSL.or(elements) : DSL.and(elements);
    Condition grouped = LongCondition.of(all);
    return grouped == null ? all : grouped;
  }
}
