package dev.taskstore.db.spi;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;

/**
 * jOOQ's portable regular expression, with a pattern that all databases interpret in the same way.
 * The context contains {@link TextSearch} meanwhile, because the library refuses the expressions of
 * applications.
 */
final class RegularExpression extends CustomCondition {

  private static final long serialVersionUID = 1L;
  private static final String OPERATORS = "\\.[]{}()*+?^$|";

  private final Field<?> text;
  private final Field<String> pattern;

  private RegularExpression(Field<?> text, Field<String> pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  static Condition matches(Field<?> text, Field<String> pattern) {
    return new RegularExpression(text, pattern);
  }

  /** Returns the expression of a character that ignores case. */
  static String character(int codePoint) {
    Set<Integer> variants = TextSearch.variants(codePoint);
    StringBuilder expression = new StringBuilder();
    if (variants.size() > 1) {
      expression.append('[');
      variants.forEach(expression::appendCodePoint);
      return expression.append(']').toString();
    }
    if (OPERATORS.indexOf(codePoint) >= 0) {
      expression.append('\\');
    }
    return expression.appendCodePoint(codePoint).toString();
  }

  @Override
  public void accept(Context<?> context) {
    context.data(TextSearch.class, true);
    context.visit(text.likeRegex(pattern));
    context.data().remove(TextSearch.class);
  }
}
