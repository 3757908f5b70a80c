package dev.taskstore.liquibase.sqlite.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of SQLite: quotes, and the comparison that ignores the case of ASCII letters only. */
public final class Names {

  private Names() {}

  /**
   * Returns a name in double quotes.
   *
   * @param name the name without quotes
   * @return the name as SQL
   */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Returns names in double quotes, separated by commas.
   *
   * @param names the names without quotes
   * @return the names as SQL
   */
  public static String quoteAll(Collection<String> names) {
    return names.stream().map(Names::quote).collect(Collectors.joining(", "));
  }

  /**
   * Returns a string literal.
   *
   * @param text the text
   * @return the text as SQL
   */
  public static String string(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /**
   * Returns a name without its quotes.
   *
   * @param written the name as written: a word, {@code "x"}, {@code `x`}, {@code [x]} or {@code
   *     'x'}
   * @return the name
   */
  public static String plain(String written) {
    if (written.length() < 2) {
      return written;
    }
    char open = written.charAt(0);
    String inner = written.substring(1, written.length() - 1);
    return switch (open) {
      case '[' -> inner;
      case '"', '`', '\'' -> inner.replace("" + open + open, "" + open);
      default -> written;
    };
  }

  /**
   * Returns a name with its ASCII letters in lower case, by which names can be compared.
   *
   * @param name the name without quotes
   * @return the folded name
   */
  public static String fold(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < folded.length(); i++) {
      char letter = folded.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        folded.setCharAt(i, (char) (letter - 'A' + 'a'));
      }
    }
    return folded.toString();
  }

  /**
   * Returns whether two names are the same for SQLite.
   *
   * @param a a name without quotes
   * @param b a name without quotes
   * @return whether they differ in the case of ASCII letters at most
   */
  public static boolean same(String a, String b) {
    return a.length() == b.length() && fold(a).equals(fold(b));
  }
}
