package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads SQL scripts. Stateless and thread-safe. */
public final class SqlScript {

  private SqlScript() {}

  /**
   * Reads all statements of a script.
   *
   * <p>Statements end at semicolons, except within strings, quoted names, comments, parentheses,
   * {@code $$} bodies, or between {@code BEGIN} and {@code END} of a trigger, function or
   * procedure. This method never fails: a statement that it cannot read is an {@link
   * OtherStatement}.
   *
   * @param sql the script
   * @return the statements in order, without empty ones
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
