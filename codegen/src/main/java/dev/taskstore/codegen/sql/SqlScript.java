package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads scripts. Stateless; threads may share it. */
public final class SqlScript {

  private SqlScript() {}

  /**
   * Reads all statements of a script.
   *
   * <p>Statements end at semicolons, but not within strings, quoted names, comments, parentheses,
   * {@code $$} bodies, or between {@code BEGIN} and {@code END} of a trigger, function or
   * procedure. Nothing makes this method fail: a statement that it cannot make sense of is an
   * {@link OtherStatement}.
   *
   * @param sql the script
   * @return the statements in their order, without empty ones
   */
  public static List<Statement> read(String sql) {
    List<Statement> statements = new ArrayList<>();
    List<Token> tokens = Tokenizer.tokens(sql);
    int begin = 0;
    while (begin < tokens.size()) {
      int end = StatementEnd.after(tokens, begin);
      if (end > begin) {
        statements.add(StatementReader.read(sql, tokens.subList(begin, end)));
      }
      begin = end + 1;
    }
    return statements;
  }
}
