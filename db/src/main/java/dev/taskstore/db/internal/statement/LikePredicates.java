package dev.taskstore.db.internal.statement;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Replaces jOOQ's predicates of the LIKE family by the {@link TextFunctions} of the dialect.
 * Stateless and thread-safe.
 */
final class LikePredicates {

  private final TextFunctions functions;
  private final boolean isConstant;
  private final boolean acceptsOthers;

  /**
   * Creates the replacement.
   *
   * @param isConstant whether null stands for the value of a later call
   * @param acceptsOthers whether predicates without a common meaning remain as they are
   */
  LikePredicates(TextFunctions functions, boolean isConstant, boolean acceptsOthers) {
    this.functions = functions;
    this.isConstant = isConstant;
    this.acceptsOthers = acceptsOthers;
  }

  /** Returns the replacement of a condition, or null if it remains as it is. */
  @Nullable Condition replace(Condition condition) {
    if (condition instanceof QOM.Like like) {
      return like(like.$arg1(), like.$arg2(), like.$arg3(), false);
    } else if (condition instanceof QOM.NotLike like) {
      return not(like(like.$arg1(), like.$arg2(), like.$arg3(), false));
    } else if (condition instanceof QOM.LikeIgnoreCase like) {
      return like(like.$arg1(), like.$arg2(), like.$arg3(), true);
    } else if (condition instanceof QOM.NotLikeIgnoreCase like) {
      return not(like(like.$arg1(), like.$arg2(), like.$arg3(), true));
    } else if (condition instanceof QOM.StartsWith<?> starts) {
      return part(starts.$arg1(), starts.$arg2(), false, true, functions::startsWith);
    } else if (condition instanceof QOM.Contains<?> contains) {
      return part(contains.$arg1(), contains.$arg2(), true, true, functions::contains);
    } else if (condition instanceof QOM.EndsWith<?> ends) {
      return part(ends.$arg1(), ends.$arg2(), true, false, functions::endsWith);
    } else if (condition instanceof QOM.StartsWithIgnoreCase<?> starts) {
      return partIgnoringCase(starts.$arg1(), starts.$arg2(), false, true);
    } else if (condition instanceof QOM.ContainsIgnoreCase<?> contains) {
      return partIgnoringCase(contains.$arg1(), contains.$arg2(), true, true);
    } else if (condition instanceof QOM.EndsWithIgnoreCase<?> ends) {
      return partIgnoringCase(ends.$arg1(), ends.$arg2(), true, false);
    } else if (condition instanceof QOM.LikeQuantified like) {
      return quantified(like.$arg1(), like.$arg2(), like.$arg3(), match -> match);
    } else if (condition instanceof QOM.NotLikeQuantified like) {
      return quantified(like.$arg1(), like.$arg2(), like.$arg3(), DSL::not);
    } else if (condition instanceof QOM.SimilarTo
        || condition instanceof QOM.NotSimilarTo
        || condition instanceof QOM.SimilarToQuantified
        || condition instanceof QOM.NotSimilarToQuantified) {
      return unsupported("SIMILAR TO has no common syntax of patterns.");
    }
    return null;
  }

  /** Refuses a regular expression. */
  @Nullable Condition regularExpression() {
    return unsupported("Regular expressions have no common syntax.");
  }

  private @Nullable Condition unsupported(String reason) {
    if (acceptsOthers) {
      return null;
    }
    throw new InvalidArgumentException(
        reason
            + " Use like with a value, startsWith, endsWith or contains; or, for one database,"
            + " DSL.condition with its SQL.",
        FailureContext.NONE);
  }

  private static @Nullable Condition not(@Nullable Condition condition) {
    return condition == null ? null : DSL.not(condition);
  }

  private @Nullable Condition like(
      Field<?> text, Field<?> pattern, @Nullable Character escape, boolean ignoresCase) {
    if (!isText(text)) {
      return notText(text);
    }
    if (!(pattern instanceof Param<?> parameter) || (isConstant && parameter.getValue() == null)) {
      return unsupported("LIKE with a computed pattern or a Parameter differs between databases.");
    }
    String value = value(parameter);
    if (value == null) {
      return unknown(text);
    }
    TextPattern parsed = TextPattern.like(value, escape);
    return matches(text, ignoresCase ? parsed.ignoringCase() : parsed, parameter);
  }

  private Condition matches(Field<?> text, TextPattern pattern, Param<?> parameter) {
    return functions.matches(text, parameter.isInline() ? pattern.inline() : pattern);
  }

  private @Nullable Condition part(
      Field<?> text,
      Field<?> part,
      boolean anyBefore,
      boolean anyAfter,
      BiFunction<Field<?>, Field<?>, Condition> expression) {
    if (!isText(text)) {
      return notText(text);
    }
    String value = part instanceof Param<?> parameter ? value(parameter) : null;
    return value == null
        ? expression.apply(text, part)
        : matches(text, TextPattern.of(anyBefore, value, anyAfter), (Param<?>) part);
  }

  private @Nullable Condition partIgnoringCase(
      Field<?> text, Field<?> part, boolean anyBefore, boolean anyAfter) {
    if (!isText(text)) {
      return notText(text);
    }
    if (!(part instanceof Param<?> parameter) || (isConstant && parameter.getValue() == null)) {
      return unsupported("Databases differ in ignoring the case of an expression or a Parameter.");
    }
    String value = value(parameter);
    return value == null
        ? unknown(text)
        : matches(text, TextPattern.of(anyBefore, value, anyAfter).ignoringCase(), parameter);
  }

  private @Nullable Condition quantified(
      Field<?> text,
      QueryPart quantified,
      @Nullable Character escape,
      Function<Condition, Condition> negation) {
    if (!isText(text)) {
      return notText(text);
    }
    List<Field<String>> patterns = QuantifiedPredicates.values(quantified, SQLDataType.VARCHAR);
    if (patterns == null) {
      return unsupported("LIKE with patterns from a query or an expression differs.");
    }
    List<Condition> matches = new ArrayList<>();
    for (Field<?> pattern : patterns) {
      Condition match = like(text, pattern, escape, false);
      if (match == null) {
        return null;
      }
      matches.add(negation.apply(match));
    }
    return QuantifiedPredicates.combined(quantified, matches);
  }

  private static boolean isText(Field<?> field) {
    DataType<?> type = field.getDataType();
    return type.getBinding().converter().fromType() == String.class;
  }

  private @Nullable Condition notText(Field<?> field) {
    return unsupported(
        "LIKE compares text, and databases differ in the text of a "
            + field.getType().getSimpleName()
            + ".");
  }

  private static <T> @Nullable String value(Param<T> parameter) {
    T value = parameter.getValue();
    return value == null ? null : (String) parameter.getBinding().converter().to(value);
  }

  /** A comparison with null. */
  private static Condition unknown(Field<?> text) {
    return DSL.condition("({0} = null)", text);
  }
}
