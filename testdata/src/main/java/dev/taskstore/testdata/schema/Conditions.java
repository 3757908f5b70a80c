package dev.taskstore.testdata.schema;

import java.util.List;
import java.util.function.IntPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the conditions of checks in Java, with the three values of SQL: true, false, and null
 * for unknown. All parts of a condition are evaluated, so that an unsupported part is noticed.
 */
final class Conditions {

  /** Thrown for a part that only a database can evaluate. */
  static final class UnsupportedPartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedPartException(Object part) {
      super("Not evaluated in Java: " + part.getClass().getName());
    }
  }

  /** The values of a row. */
  @FunctionalInterface
  interface Row {

    /** Returns the value of a column, which may be null. */
    @Nullable Object value(String column);

    /** Called for each literal that is evaluated. */
    default void literal(Object value) {}
  }

  private Conditions() {}

  /** Returns true, false, or null if the condition is unknown for the row. */
  static @Nullable Boolean evaluate(Condition condition, Row row) {
    if (condition instanceof QOM.And and) {
      return and(evaluate(and.$arg1(), row), evaluate(and.$arg2(), row));
    } else if (condition instanceof QOM.Or or) {
      return not(and(not(evaluate(or.$arg1(), row)), not(evaluate(or.$arg2(), row))));
    } else if (condition instanceof QOM.Xor xor) {
      Boolean left = evaluate(xor.$arg1(), row);
      Boolean right = evaluate(xor.$arg2(), row);
      return (left == null || right == null) ? null : left ^ right;
    } else if (condition instanceof QOM.Not not) {
      return not(evaluate(not.$arg1(), row));
    } else if (condition instanceof QOM.True) {
      return true;
    } else if (condition instanceof QOM.False) {
      return false;
    } else if (condition instanceof QOM.Null) {
      return null;
    } else if (condition instanceof QOM.FieldCondition field) {
      return bool(Expressions.evaluate(field.$arg1(), row), field);
    } else if (condition instanceof QOM.IsNull isNull) {
      return Expressions.evaluate(isNull.$arg1(), row) == null;
    } else if (condition instanceof QOM.IsNotNull isNotNull) {
      return Expressions.evaluate(isNotNull.$arg1(), row) != null;
    } else if (condition instanceof QOM.InList<?> list) {
      return in(list.$field(), list.$list(), row);
    } else if (condition instanceof QOM.NotInList<?> list) {
      return not(in(list.$field(), list.$list(), row));
    } else if (condition instanceof QOM.Between<?> between) {
      return between(between, row);
    }
    return comparison(condition, row);
  }

  private static @Nullable Boolean comparison(Condition condition, Row row) {
    if (condition instanceof QOM.IsDistinctFrom<?> distinct) {
      return isDistinct(distinct.$arg1(), distinct.$arg2(), row);
    } else if (condition instanceof QOM.IsNotDistinctFrom<?> distinct) {
      return !isDistinct(distinct.$arg1(), distinct.$arg2(), row);
    } else if (condition instanceof QOM.Eq<?> eq) {
      return compare(eq.$arg1(), eq.$arg2(), row, order -> order == 0);
    } else if (condition instanceof QOM.Ne<?> ne) {
      return compare(ne.$arg1(), ne.$arg2(), row, order -> order != 0);
    } else if (condition instanceof QOM.Lt<?> lt) {
      return compare(lt.$arg1(), lt.$arg2(), row, order -> order < 0);
    } else if (condition instanceof QOM.Le<?> le) {
      return compare(le.$arg1(), le.$arg2(), row, order -> order <= 0);
    } else if (condition instanceof QOM.Gt<?> gt) {
      return compare(gt.$arg1(), gt.$arg2(), row, order -> order > 0);
    } else if (condition instanceof QOM.Ge<?> ge) {
      return compare(ge.$arg1(), ge.$arg2(), row, order -> order >= 0);
    } else if (condition instanceof QOM.Like like) {
      return like(like.$value(), like.$pattern(), like.$escape(), row);
    } else if (condition instanceof QOM.NotLike like) {
      return not(like(like.$value(), like.$pattern(), like.$escape(), row));
    }
    throw new UnsupportedPartException(condition);
  }

  private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return false;
    }
    return (left == null || right == null) ? null : Boolean.TRUE;
  }

  private static @Nullable Boolean not(@Nullable Boolean value) {
    return value == null ? null : !value;
  }

  private static @Nullable Boolean bool(@Nullable Object value, Object part) {
    if (value != null && !(value instanceof Boolean)) {
      throw new UnsupportedPartException(part);
    }
    return (Boolean) value;
  }

  private static @Nullable Boolean compare(
      Field<?> left, Field<?> right, Row row, IntPredicate accepts) {
    Object one = Expressions.evaluate(left, row);
    Object other = Expressions.evaluate(right, row);
    return (one == null || other == null) ? null : accepts.test(Values.compare(one, other));
  }

  private static boolean isDistinct(Field<?> left, Field<?> right, Row row) {
    Object one = Expressions.evaluate(left, row);
    Object other = Expressions.evaluate(right, row);
    return (one == null || other == null) ? one != other : Values.compare(one, other) != 0;
  }

  private static @Nullable Boolean in(Field<?> field, List<? extends Field<?>> list, Row row) {
    Object value = Expressions.evaluate(field, row);
    boolean isFound = false;
    boolean hasNull = value == null;
    for (Field<?> element : list) {
      Object candidate = Expressions.evaluate(element, row);
      hasNull |= candidate == null;
      isFound |= value != null && candidate != null && Values.compare(value, candidate) == 0;
    }
    return isFound ? Boolean.TRUE : hasNull ? null : Boolean.FALSE;
  }

  private static @Nullable Boolean between(QOM.Between<?> between, Row row) {
    Field<?> value = between.$arg1();
    Boolean inOrder =
        and(
            compare(value, between.$arg2(), row, order -> order >= 0),
            compare(value, between.$arg3(), row, order -> order <= 0));
    if (!between.$symmetric()) {
      return inOrder;
    }
    Boolean reversed =
        and(
            compare(value, between.$arg3(), row, order -> order >= 0),
            compare(value, between.$arg2(), row, order -> order <= 0));
    return not(and(not(inOrder), not(reversed)));
  }

  /** Matches case by case, as PostgreSQL does and as jOOQ renders it for SQLite. */
  private static @Nullable Boolean like(
      Field<?> field, Field<?> pattern, @Nullable Character escape, Row row) {
    Object value = Expressions.evaluate(field, row);
    Object text = Expressions.evaluate(pattern, row);
    if (value == null || text == null) {
      return null;
    }
    if (!(value instanceof String string) || !(text instanceof String like)) {
      throw new UnsupportedPartException(field);
    }
    return LikePattern.of(like, escape).matcher(string).matches();
  }
}
