package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions and expressions of SQL for SQLite: a value that is compared with a column has
 * the form that the column stores, and casts to the type that a value has anyway are omitted.
 */
final class ExpressionText {

  private static final String OPERATORS = "=<>!";

  private static final Pattern DECIMAL = Pattern.compile("decimal\\(\\d+,(\\d+)\\)");

  private static final Set<String> TEXT_TYPES =
      Set.of("text", "varchar", "character", "bpchar", "char", "name", "citext");

  private static final Set<String> TYPE_SUFFIXES =
      Set.of("varying", "precision", "with", "without", "time", "zone");

  private final List<Token> tokens;
  private final Function<String, @Nullable ColumnType> types;

  /**
   * Creates the text of an expression.
   *
   * @param types returns the type of a column, or null if it is not known
   */
  ExpressionText(List<Token> tokens, Function<String, @Nullable ColumnType> types) {
    this.tokens = tokens;
    this.types = types;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int index = 0;
    while (index < tokens.size()) {
      Token token = tokens.get(index);
      if (index > 0 && token.start() > tokens.get(index - 1).end()) {
        text.append(' ');
      }
      if (SqlValue.isCast(tokens, index)) {
        index = afterCast(index);
        continue;
      }
      if (token.isWord("public") && index + 1 < tokens.size() && is(index + 1, '.')) {
        index += 2;
        continue;
      }
      int end = operandEnd(index);
      ColumnType type = end > index ? compared(index, end) : null;
      if (type != null && type.isConverted()) {
        int all = SqlValue.isCast(tokens, end) ? typeEnd(end + 2) : end;
        text.append(stored(type, SqlValue.of(tokens.subList(index, all))));
        index = all;
      } else {
        text.append(token.text());
        index++;
      }
    }
    return text.toString();
  }

  private boolean is(int index, char symbol) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isSymbol(symbol);
  }

  private boolean isWord(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
  }

  /** A cast of a text or of a column of text to text has no effect. */
  private int afterCast(int index) {
    int end = typeEnd(index + 2);
    boolean toText =
        SqlReader.isOneOf(tokens.get(index + 2), TEXT_TYPES) && !is(end, '[') && end > index + 2;
    Token before = tokens.get(index - 1);
    ColumnType type = before.isColumnName() ? types.apply(SqlReader.name(before)) : null;
    if (before.isSymbol(')') && index >= 3 && is(index - 3, '(')) {
      type = types.apply(SqlReader.name(tokens.get(index - 2)));
    }
    boolean text = before.kind() == Kind.STRING || (type != null && type.storage().equals("TEXT"));
    if (!toText || !text) {
      throw new NotTranslatedException("A cast has no equal.");
    }
    return end;
  }

  /** The index after a type. */
  private int typeEnd(int from) {
    int end = from + 1;
    while (end < tokens.size() && SqlReader.isOneOf(tokens.get(end), TYPE_SUFFIXES)) {
      end++;
    }
    if (is(end, '(')) {
      while (end < tokens.size() && !is(end, ')')) {
        end++;
      }
      end++;
    }
    while (end < tokens.size() && SqlReader.isOneOf(tokens.get(end), TYPE_SUFFIXES)) {
      end++;
    }
    return Math.min(end, tokens.size());
  }

  /** The index after a value that begins here, or the same index. */
  private int operandEnd(int index) {
    for (int length = Math.min(4, tokens.size() - index); length > 0; length--) {
      List<Token> some = tokens.subList(index, index + length);
      boolean sign = some.get(0).isSymbol('-') || some.get(0).isSymbol('+');
      boolean binary = sign && index > 0 && !isBeforeOperand(index - 1);
      if (!some.get(0).isSymbol('(')
          && !binary
          && !hasCast(some)
          && !isWord(index, "null")
          && SqlValue.of(some) != null) {
        return index + length;
      }
    }
    return index;
  }

  private static boolean hasCast(List<Token> some) {
    return some.stream().anyMatch(token -> token.isSymbol(':'));
  }

  private boolean isBeforeOperand(int index) {
    Token token = tokens.get(index);
    return isOperator(index)
        || token.isSymbol('(')
        || token.isSymbol(',')
        || token.isWord("between")
        || token.isWord("and");
  }

  private boolean isOperator(int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).kind() == Kind.SYMBOL
        && OPERATORS.indexOf(tokens.get(index).text().charAt(0)) >= 0;
  }

  /** The type of the column with which a value is compared, or null. */
  private @Nullable ColumnType compared(int index, int end) {
    if (isOperator(index - 1)) {
      int before = index - 1;
      while (isOperator(before)) {
        before--;
      }
      return columnType(before);
    }
    int after = end;
    if (isOperator(after)) {
      while (isOperator(after)) {
        after++;
      }
      return is(after + 1, '.') ? columnType(after + 2) : columnType(after);
    }
    if (isWord(index - 1, "between")) {
      return columnType(isWord(index - 2, "not") ? index - 3 : index - 2);
    }
    if (isWord(index - 1, "and")) {
      return upperBound(index - 2);
    }
    return listed(index - 1);
  }

  private @Nullable ColumnType upperBound(int index) {
    for (int i = index; i >= Math.max(1, index - 8); i--) {
      if (isWord(i, "between")) {
        return columnType(isWord(i - 1, "not") ? i - 2 : i - 1);
      }
      if (isWord(i, "and") || isWord(i, "or")) {
        return null;
      }
    }
    return null;
  }

  /** The column before {@code IN (} if there is nothing but values between. */
  private @Nullable ColumnType listed(int index) {
    for (int i = index; i > 0; i--) {
      if (is(i, '(')) {
        boolean list = isWord(i - 1, "in");
        return list ? columnType(isWord(i - 2, "not") ? i - 3 : i - 2) : null;
      }
      if (is(i, ')') || isOperator(i) || isWord(i, "select")) {
        return null;
      }
    }
    return null;
  }

  private @Nullable ColumnType columnType(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isColumnName()
        ? types.apply(SqlReader.name(tokens.get(index)))
        : null;
  }

  /** A value that the type rounds is not equal to a stored one. */
  private static String stored(ColumnType type, @Nullable SqlValue value) {
    if (value == null) {
      throw new NotTranslatedException("A value is not one of the type of the column.");
    }
    Matcher decimal = DECIMAL.matcher(type.toString());
    if (value.value() instanceof BigDecimal number
        && decimal.matches()
        && number.stripTrailingZeros().scale() > Integer.parseInt(decimal.group(1))) {
      throw new NotTranslatedException("A number has more digits than the column.");
    }
    try {
      return value.literal(type);
    } catch (InvalidValueException e) {
      throw new NotTranslatedException("A value is not one of the type of the column.");
    }
  }
}
