package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds and renames columns in the text of SQL expressions, such as the condition of a CHECK or a
 * partial index. Strings, comments, functions, types after {@code ::} or {@code AS} and collations
 * are not columns. Stateless; threads may share it.
 */
public final class SqlExpression {

  private static final Set<String> BEFORE_OTHER_NAMES = Set.of("as", "collate");
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*");

  private SqlExpression() {}

  /**
   * Returns whether an expression uses a column.
   *
   * @param expression the expression
   * @param column the name of the column, in any case
   * @return whether the name occurs as a column
   */
  public static boolean mentions(String expression, String column) {
    List<Token> tokens = Tokenizer.tokens(expression);
    for (int i = 0; i < tokens.size(); i++) {
      if (isColumn(tokens, i) && tokens.get(i).folded().equalsIgnoreCase(column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Renames a column.
   *
   * @param expression the expression
   * @param from the old name, in any case
   * @param to the new name
   * @return the expression with the new name
   */
  public static String renameColumn(String expression, String from, String to) {
    return rename(expression, from, to, SqlExpression::isColumn);
  }

  /**
   * Writes columns in double quotes, so that parsers do not take them for reserved words.
   *
   * @param expression the expression
   * @param columns the names of the columns that it may use
   * @return the expression with each of these columns in quotes
   */
  public static String quoteColumns(String expression, List<String> columns) {
    StringBuilder quoted = new StringBuilder();
    List<Token> tokens = Tokenizer.tokens(expression);
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.WORD && isColumn(tokens, i)) {
        Optional<String> column =
            columns.stream().filter(token.folded()::equalsIgnoreCase).findFirst();
        if (column.isPresent()) {
          quoted
              .append(expression, copied, token.start())
              .append('"')
              .append(column.get().replace("\"", "\"\""))
              .append('"');
          copied = token.end();
        }
      }
    }
    return quoted.append(expression.substring(copied)).toString();
  }

  /**
   * Renames the table that qualifies columns.
   *
   * @param expression the expression
   * @param from the old name, in any case
   * @param to the new name
   * @return the expression with the new name
   */
  public static String renameTable(String expression, String from, String to) {
    return rename(expression, from, to, SqlExpression::isQualifier);
  }

  /**
   * Replaces every string in single quotes by an empty one.
   *
   * @param sql an expression or a statement
   * @return the text without the contents of its strings
   */
  public static String withoutStrings(String sql) {
    return STRING.matcher(sql).replaceAll("''");
  }

  private interface Role {
    boolean matches(List<Token> tokens, int at);
  }

  private static String rename(String expression, String from, String to, Role role) {
    StringBuilder renamed = new StringBuilder();
    List<Token> tokens = Tokenizer.tokens(expression);
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.folded().equalsIgnoreCase(from) && role.matches(tokens, i)) {
        renamed.append(expression, copied, token.start()).append(written(to));
        copied = token.end();
      }
    }
    return renamed.append(expression.substring(copied)).toString();
  }

  private static boolean isColumn(List<Token> tokens, int at) {
    if (!tokens.get(at).isName()) {
      return false;
    }
    boolean function = isSymbol(tokens, at + 1, "(");
    boolean cast = isSymbol(tokens, at - 1, ":") && isSymbol(tokens, at - 2, ":");
    boolean otherName =
        at > 0
            && tokens.get(at - 1).kind() == Token.Kind.WORD
            && BEFORE_OTHER_NAMES.contains(tokens.get(at - 1).folded());
    return !function && !cast && !otherName && !isQualifier(tokens, at);
  }

  private static boolean isQualifier(List<Token> tokens, int at) {
    return tokens.get(at).isName() && isSymbol(tokens, at + 1, ".");
  }

  private static boolean isSymbol(List<Token> tokens, int at, String symbol) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private static String written(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
