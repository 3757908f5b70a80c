package dev.taskstore.liquibase.sqlite.type;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/** The SQL of functions and expressions of a changelog, with the stored form of the result. */
final class FunctionLiteral {

  private static final Set<String> RANDOM_UUIDS =
      Set.of("gen_random_uuid", "uuid_generate_v4", "random_uuid", "uuidv4", "uuid", "newid");

  /** A random UUID of version 4 and variant 1. */
  private static final String RANDOM_UUID =
      "unhex(hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2)"
          + " || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2)"
          + " || hex(randomblob(6)))";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  /** A text, with its type before or after it as PostgreSQL permits. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:[a-z]+(?:\\s*\\(\\d+\\))?(?:\\s+with(?:out)?\\s+time\\s+zone)?\\s*)?'((?:[^']|'')*)'"
              + "(?:\\s*::\\s*[a-z][a-z0-9_ ]*(?:\\([\\d, ]+\\))?[a-z ]*)?",
          Pattern.CASE_INSENSITIVE);

  private FunctionLiteral() {}

  static String of(DatabaseFunction function, ValueForm form) {
    String text = function.getValue() == null ? "" : function.getValue().strip();
    if (function instanceof SequenceNextValueFunction
        || function instanceof SequenceCurrentValueFunction) {
      throw new InvalidValueException(
          "SQLite has no sequences; write autoIncrement, or a value of the changelog");
    }
    CurrentTime time = CurrentTime.of(text);
    if (time != null) {
      String now = form.now(time);
      if (now == null) {
        throw new InvalidValueException("the type of the column is not one of time");
      }
      return "(" + now + ")";
    }
    if (form instanceof UuidForm && isRandomUuid(text)) {
      return "(" + RANDOM_UUID + ")";
    }
    List<Token> tokens = Tokenizer.tokens(text);
    String constant = constant(text, form);
    return constant == null ? expression(text, tokens, form) : constant;
  }

  private static boolean isRandomUuid(String text) {
    return text.matches("\\w+\\s*\\(\\s*\\)")
        && RANDOM_UUIDS.contains(
            text.substring(0, text.indexOf('(')).strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the literal of a number, a text, true or false, or null for an expression. */
  private static @Nullable String constant(String text, ValueForm form) {
    if (NUMBER.matcher(text).matches()) {
      return form.literal(new BigDecimal(text));
    }
    Matcher quoted = TEXT.matcher(text);
    if (quoted.matches()) {
      return form.literal(quoted.group(1).replace("''", "'"));
    }
    boolean condition = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    return condition ? form.literal(Boolean.valueOf(text)) : null;
  }

  /** A constant in an expression is not in the form that is stored. */
  private static String expression(String text, List<Token> tokens, ValueForm form) {
    boolean query =
        tokens.stream()
            .filter(Token::isColumnName)
            .findFirst()
            .filter(t -> t.isWord("select"))
            .isPresent();
    if (form.isConverted() && !query && tokens.stream().anyMatch(FunctionLiteral::isConstant)) {
      throw new InvalidValueException(
          "the expression contains a constant that is not in the form that SQLite stores;"
              + " write a value, a column or a query");
    }
    return "(" + text + ")";
  }

  private static boolean isConstant(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.kind() == Kind.BLOB;
  }
}
