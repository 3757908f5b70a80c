package dev.taskstore.codegen.lint;

import java.util.regex.Pattern;

/** Looks for words in SQL expressions. */
final class Words {

  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");

  private Words() {}

  /** Whether an expression uses a name, outside of strings. */
  static boolean mention(String expression, String name) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
        .matcher(withoutStrings(expression))
        .find();
  }

  static String withoutStrings(String expression) {
    return STRING.matcher(expression).replaceAll("''");
  }
}
