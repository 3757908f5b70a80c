package dev.taskstore.db.internal.migration;

import dev.taskstore.db.internal.value.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and quoted identifiers of SQL, without strings and comments.
 *
 * @param statements the statements, each as a list of its words; quoted identifiers are in double
 *     quotes
 */
record SqlWords(List<List<String>> statements) {

  private static final Set<String> WITH_BODY = Set.of("trigger", "function", "procedure");

  private static final Set<String> TRANSACTION = Set.of("transaction", "work");

  /** Splits SQL into statements at semicolons. */
  static SqlWords of(String sql) {
    List<List<String>> statements = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (String token : SqlTokens.of(sql)) {
      if (SqlTokens.isName(token)) {
        current.add(token);
      } else if (token.equals(";") && !isInBody(current)) {
        statements.add(current);
        current = new ArrayList<>();
      }
    }
    statements.add(current);
    return new SqlWords(statements);
  }

  /** The statements of a body are not separate; a body is followed by nothing else. */
  private static boolean isInBody(List<String> words) {
    return word(words, 0).equals("create")
        && words.stream()
            .limit(6)
            .anyMatch(word -> WITH_BODY.contains(word.toLowerCase(Locale.ROOT)))
        && words.stream().anyMatch("begin"::equalsIgnoreCase);
  }

  /** Returns the first word of a statement that begins or ends a transaction, or an empty text. */
  String transactionStatement() {
    for (List<String> words : statements) {
      String first = word(words, 0);
      boolean found =
          switch (first) {
            case "begin", "commit", "abort" -> true;
            case "rollback" -> !word(words, 1).equals("to") && !word(words, 2).equals("to");
            case "start", "prepare" -> word(words, 1).equals("transaction");
            case "end" -> TRANSACTION.contains(word(words, 1));
            default -> false;
          };
      if (found) {
        return first.toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static String word(List<String> words, int index) {
    return index < words.size() ? words.get(index).toLowerCase(Locale.ROOT) : "";
  }

  /** Returns all words and identifiers, without quotes. */
  List<String> names() {
    return statements.stream().flatMap(List::stream).map(word -> word.replace("\"", "")).toList();
  }
}
