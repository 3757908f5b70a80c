package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.statement.DatabaseFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value in SQL: a literal, or a function of the current time or of random UUIDs.
 *
 * @param value a text, a number, a boolean, a function, or null
 */
record SqlValue(@Nullable Object value) {

  /** The types whose names can precede a text. */
  private static final Set<String> TYPES = Set.of("date", "time", "timestamp", "timestamptz");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "now",
          "current_timestamp",
          "localtimestamp",
          "transaction_timestamp",
          "statement_timestamp",
          "clock_timestamp",
          "current_date",
          "current_time",
          "localtime",
          "gen_random_uuid",
          "uuid_generate_v4",
          "uuidv4");

  private static final Set<String> WITHOUT_PARENTHESES =
      Set.of("current_timestamp", "localtimestamp", "current_date", "current_time", "localtime");

  private static final Pattern TIME = Pattern.compile("time|date");

  /** Returns the value that is written with some tokens, or null if they are an expression. */
  static @Nullable SqlValue of(List<Token> written) {
    List<Token> tokens = withoutParentheses(written);
    int cast = cast(tokens);
    if (cast >= 0) {
      SqlValue value = of(tokens.subList(0, cast));
      return value != null && isKept(value, tokens.subList(cast + 2, tokens.size())) ? value : null;
    }
    if (tokens.isEmpty()) {
      return null;
    }
    Token first = tokens.get(0);
    Token last = tokens.get(tokens.size() - 1);
    if (tokens.size() == 1) {
      return single(first);
    }
    boolean sign = first.isSymbol('-') || first.isSymbol('+');
    if (tokens.size() == 2 && sign && last.kind() == Kind.NUMBER) {
      BigDecimal number = number(last);
      return number == null ? null : new SqlValue(first.isSymbol('-') ? number.negate() : number);
    }
    if (last.kind() == Kind.STRING && isType(tokens.subList(0, tokens.size() - 1))) {
      return single(last);
    }
    boolean call =
        tokens.get(1).isSymbol('(')
            && last.isSymbol(')')
            && (tokens.size() == 3 || (tokens.size() == 4 && tokens.get(2).kind() == Kind.NUMBER));
    return call && SqlReader.isOneOf(first, FUNCTIONS) ? function(first) : null;
  }

  private static List<Token> withoutParentheses(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += SqlReader.depth(tokens.get(i));
      if (depth == 0 && i < tokens.size() - 1) {
        return tokens;
      }
    }
    return tokens.size() > 1 && tokens.get(0).isSymbol('(')
        ? withoutParentheses(tokens.subList(1, tokens.size() - 1))
        : tokens;
  }

  /** The index of the last cast outside of parentheses, or -1. */
  private static int cast(List<Token> tokens) {
    int depth = 0;
    for (int i = tokens.size() - 1; i > 0; i--) {
      depth += SqlReader.depth(tokens.get(i));
      if (depth == 0 && isCast(tokens, i - 1)) {
        return i - 1;
      }
    }
    return -1;
  }

  static boolean isCast(List<Token> tokens, int index) {
    return index + 1 < tokens.size()
        && tokens.get(index).isSymbol(':')
        && tokens.get(index + 1).isSymbol(':');
  }

  /** A cast of a number can round it; that of a text or a function gives it the type it has. */
  private static boolean isKept(SqlValue value, List<Token> type) {
    boolean named = type.stream().allMatch(SqlValue::isPartOfType);
    boolean whole =
        !(value.value instanceof BigDecimal number) || number.stripTrailingZeros().scale() <= 0;
    return named && whole;
  }

  static boolean isPartOfType(Token token) {
    return token.isColumnName()
        || token.kind() == Kind.NUMBER
        || token.isSymbol('(')
        || token.isSymbol(')')
        || token.isSymbol(',')
        || token.isSymbol('.');
  }

  private static boolean isType(List<Token> tokens) {
    return SqlReader.isOneOf(tokens.get(0), TYPES)
        && tokens.stream().skip(1).allMatch(SqlValue::isPartOfType);
  }

  private static @Nullable SqlValue single(Token token) {
    return switch (token.kind()) {
      case STRING -> new SqlValue(token.name());
      case NUMBER -> {
        BigDecimal number = number(token);
        yield number == null ? null : new SqlValue(number);
      }
      case WORD -> word(token);
      default -> null;
    };
  }

  private static @Nullable SqlValue word(Token token) {
    if (token.isWord("null")) {
      return new SqlValue(null);
    }
    if (token.isWord("true") || token.isWord("false")) {
      return new SqlValue(token.isWord("true"));
    }
    return SqlReader.isOneOf(token, WITHOUT_PARENTHESES) ? function(token) : null;
  }

  private static SqlValue function(Token name) {
    String function = Names.fold(name.text());
    boolean parentheses = !WITHOUT_PARENTHESES.contains(function);
    return new SqlValue(new DatabaseFunction(function + (parentheses ? "()" : "")));
  }

  private static @Nullable BigDecimal number(Token token) {
    return token.text().matches("\\d*\\.?\\d*(?:[eE][+-]?\\d+)?") && !token.text().equals(".")
        ? new BigDecimal(token.text())
        : null;
  }

  /** Returns the SQL of the value in a column of a type. */
  String literal(ColumnType type) {
    if (value instanceof BigDecimal && TIME.matcher(type.toString()).lookingAt()) {
      throw new NotTranslatedException("Only SQLite stores a number as " + type + ".");
    }
    if (value instanceof String text && text.equalsIgnoreCase("null")) {
      // A text with this content is NULL in other changes.
      if (!type.storage().equals("TEXT")) {
        throw new NotTranslatedException("The type " + type + " has no value with this text.");
      }
      return Names.string(text);
    }
    return type.literal(value);
  }
}
