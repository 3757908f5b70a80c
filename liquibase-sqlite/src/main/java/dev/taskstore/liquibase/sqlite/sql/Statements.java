package dev.taskstore.liquibase.sqlite.sql;

import dev.taskstore.liquibase.sqlite.text.Token;
import dev.taskstore.liquibase.sqlite.text.Token.Kind;
import dev.taskstore.liquibase.sqlite.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Splits SQL into statements: the driver of SQLite runs the first one only. */
final class Statements {

  private Statements() {}

  /** Returns the statements, without those that are empty. */
  static List<String> of(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    List<String> statements = new ArrayList<>();
    int from = 0;
    int blocks = 0;
    boolean quoted = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.WORD && token.text().matches("\\$\\w*\\$")) {
        quoted = !quoted; // a text of PostgreSQL between dollars
      } else if (isTrigger(tokens, from)) {
        blocks += token.isWord("begin") || token.isWord("case") ? 1 : token.isWord("end") ? -1 : 0;
      }
      if (token.isSymbol(';') && blocks <= 0 && !quoted) {
        add(statements, sql, tokens.subList(from, i));
        from = i + 1;
      }
    }
    add(statements, sql, tokens.subList(from, tokens.size()));
    return statements;
  }

  private static void add(List<String> statements, String sql, List<Token> tokens) {
    if (!tokens.isEmpty()) {
      statements.add(sql.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()));
    }
  }

  private static boolean isTrigger(List<Token> tokens, int from) {
    return tokens.get(from).isWord("create")
        && tokens.subList(from, Math.min(tokens.size(), from + 3)).stream()
            .anyMatch(token -> token.isWord("trigger"));
  }
}
