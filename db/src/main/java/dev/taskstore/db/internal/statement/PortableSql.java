package dev.taskstore.db.internal.statement;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextSearch;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the parts of a query that databases interpret differently while jOOQ renders it, and
 * validates its values. Thread-safe.
 */
public final class PortableSql implements VisitListener {

  private final TextFunctions functions;
  private final LikePredicates predicates;
  private final QuantifiedPredicates quantified;
  private final boolean keepsNames;

  private PortableSql(Dialect dialect, boolean isConstant, boolean acceptsOthers) {
    this.functions = dialect.textFunctions();
    this.predicates = new LikePredicates(functions, isConstant, acceptsOthers);
    this.quantified = new QuantifiedPredicates(acceptsOthers);
    this.keepsNames = acceptsOthers;
  }

  /** For repository statements that are rendered once, with unbound parameters. */
  public static PortableSql forConstants(Dialect dialect) {
    return new PortableSql(dialect, true, false);
  }

  /** For repository statements that are rendered for a call. */
  public static PortableSql forCalls(Dialect dialect) {
    return new PortableSql(dialect, false, false);
  }

  /** For plain jOOQ, where predicates without a common meaning have that of the database. */
  public static PortableSql forPlainJooq(Dialect dialect) {
    return new PortableSql(dialect, false, true);
  }

  @Override
  public void visitStart(VisitContext context) {
    QueryPart part = context.queryPart();
    QueryPart replacement = null;
    if (part instanceof Param<?> parameter) {
      validate(parameter);
      replacement = keepsNames || parameter.getParamName() == null ? null : unnamed(parameter);
    } else if (part instanceof Condition condition) {
      replacement = condition(context, condition);
    } else if (part instanceof TableField<?, ?> column) {
      replacement = OrderedText.of(column, context, functions);
    } else if (part instanceof QOM.Lower lower) {
      replacement = isColumn(lower.$arg1()) ? null : functions.lower(lower.$arg1());
    } else if (part instanceof QOM.Upper upper) {
      replacement = isColumn(upper.$arg1()) ? null : functions.upper(upper.$arg1());
    }
    if (replacement != null) {
      context.queryPart(replacement);
    }
  }

  /** JDBC has no names, and jOOQ lists a parameter that occurs twice with one name only once. */
  private static <T> QueryPart unnamed(Param<T> parameter) {
    return parameter.isInline()
        ? DSL.inline(parameter.getValue(), parameter.getDataType())
        : DSL.val(parameter.getValue(), parameter.getDataType());
  }

  /** A column that is ordered by code point may have an index on the expression. */
  private static boolean isColumn(Field<?> field) {
    return field instanceof TableField && !Codec.isCollated(field.getDataType());
  }

  private @Nullable Condition condition(VisitContext context, Condition condition) {
    if (condition instanceof QOM.Or || condition instanceof QOM.And) {
      return LongCondition.of(condition);
    }
    if (condition instanceof QOM.RegexpLike && context.data(TextSearch.class) == null) {
      return predicates.regularExpression();
    }
    Condition comparison = quantified.replace(condition);
    return comparison == null ? predicates.replace(condition) : comparison;
  }

  /**
   * Validates text without a codec. Values with a codec are validated when they are written.
   *
   * @throws InvalidArgumentException if the value is a text that no dialect stores
   */
  private static <T> void validate(Param<T> parameter) {
    T value = parameter.getValue();
    if (value != null) {
      validate(parameter.getBinding().converter().to(value));
    }
  }

  private static void validate(@Nullable Object stored) {
    if (stored instanceof String text) {
      Codecs.TEXT.validate("A text", text);
    } else if (stored instanceof JSON json) {
      Codecs.TEXT.validate("A text", json.data());
    } else if (stored instanceof JSONB json) {
      Codecs.TEXT.validate("A text", json.data());
    } else if (stored instanceof Object[] elements) {
      for (Object element : elements) {
        validate(element);
      }
    }
  }
}
