package dev.taskstore.codegen.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds parameters such as <code>${type.text}</code> that Liquibase left in SQL. Stateless. */
public final class UnsetParameters {

  private UnsetParameters() {}

  /**
   * Returns the names of the parameters outside of strings and comments.
   *
   * @param sql a script
   * @return the names, each once, in the order of the script
   */
  public static List<String> in(String sql) {
    List<String> names = new ArrayList<>();
    List<Token> tokens = Tokenizer.tokens(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (endsWithDollar(tokens.get(i)) && tokens.get(i + 1).isSymbol("{")) {
        int begin = tokens.get(i + 1).end();
        int end = sql.indexOf('}', begin);
        if (end > begin) {
          names.add(sql.substring(begin, end).strip());
        }
      }
    }
    return names.stream().distinct().toList();
  }

  /** A name can begin with text before the parameter: <code>app_${name}</code>. */
  private static boolean endsWithDollar(Token token) {
    return token.kind() != Token.Kind.STRING && token.text().endsWith("$");
  }
}
