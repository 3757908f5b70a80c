package dev.taskstore.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a SQL statement in a normalized form, regardless of case, white space, comments and
 * quoting, because SQLite stores the text of statements verbatim.
 *
 * @param words names and keywords in lower case and without quotes; literals unchanged
 */
record SqliteTokens(List<String> words) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$)" // ignored
              + "|(?<literal>[xX]?'(?:[^']|'')*')"
              + "|\"(?<quoted>(?:[^\"]|\"\")*)\"|`(?<ticked>(?:[^`]|``)*)`|\\[(?<bracketed>[^\\]]*)]"
              + "|(?<word>[\\p{L}_\\x{80}-\\x{10FFFF}][\\p{L}\\p{N}_$\\x{80}-\\x{10FFFF}]*)"
              + "|(?<number>\\d[\\p{Alnum}.]*)"
              + "|(?<sign><>|!=|<=|>=|==|\\|\\||<<|>>|->>|->|.)",
          Pattern.DOTALL);

  private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  SqliteTokens {
    words = List.copyOf(words);
  }

  static SqliteTokens of(String sql) {
    List<String> words = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group("literal") != null) {
        words.add(matcher.group());
      } else if (matcher.group("quoted") != null) {
        words.add(name(matcher.group("quoted").replace("\"\"", "\"")));
      } else if (matcher.group("ticked") != null) {
        words.add(name(matcher.group("ticked").replace("``", "`")));
      } else if (matcher.group("bracketed") != null) {
        words.add(name(matcher.group("bracketed")));
      } else if (matcher.group("word") != null
          || matcher.group("number") != null
          || matcher.group("sign") != null) {
        words.add(matcher.group().toLowerCase(Locale.ROOT));
      }
    }
    return new SqliteTokens(words);
  }

  private static String name(String unquoted) {
    String lower = unquoted.toLowerCase(Locale.ROOT);
    return BARE.matcher(lower).matches() ? lower : '"' + lower.replace("\"", "\"\"") + '"';
  }

  int size() {
    return words.size();
  }

  /** Returns a word, or an empty text beyond the end. */
  String at(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  SqliteTokens from(int begin) {
    return between(begin, words.size());
  }

  SqliteTokens between(int begin, int end) {
    return new SqliteTokens(words.subList(Math.min(begin, end), end));
  }

  int indexOf(String word) {
    int index = words.indexOf(word);
    return index < 0 ? words.size() : index;
  }

  /** Returns the index after the parenthesis that closes the one at the given index. */
  int afterParenthesis(int open) {
    int depth = 0;
    for (int i = open; i < words.size(); i++) {
      if (words.get(i).equals("(")) {
        depth++;
      } else if (words.get(i).equals(")") && --depth == 0) {
        return i + 1;
      }
    }
    return words.size();
  }

  /** Splits at the commas outside of parentheses. */
  List<SqliteTokens> splitAtCommas() {
    List<SqliteTokens> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("(")) {
        depth++;
      } else if (word.equals(")")) {
        depth--;
      } else if (word.equals(",") && depth == 0) {
        parts.add(between(begin, i));
        begin = i + 1;
      }
    }
    parts.add(from(begin));
    return parts;
  }

  /** Returns the normalized text of the words. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    String last = "(";
    for (String word : words) {
      boolean joined =
          last.equals("(")
              || last.equals(".")
              || word.equals(")")
              || word.equals(",")
              || word.equals(".");
      text.append(joined ? "" : " ").append(word);
      last = word;
    }
    return text.toString();
  }
}
