package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.StatementTraits;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds SQL commands that begin or end transactions or set savepoints. The library rejects them,
 * because a transaction that it does not control would stay open in a pooled connection, or end
 * before its block.
 *
 * <p>The scan skips white space, comments, quotes, dollar quotes and the bodies of triggers and
 * functions. It allocates little for a single statement.
 */
final class TransactionCommands {

  private static final List<String> COMMANDS =
      List.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");
  private static final List<String> WITH_OBJECT = List.of("set", "prepare");
  private static final List<String> OBJECTS = List.of("transaction", "autocommit", "session");
  private static final List<String> ROUTINES = List.of("trigger", "function", "procedure");

  private final String sql;
  private final StatementTraits traits;
  private int position;
  private int wordBegin;

  private TransactionCommands(String sql, StatementTraits traits) {
    this.sql = sql;
    this.traits = traits;
  }

  /**
   * Rejects SQL that contains a transaction command. {@code SET SESSION CHARACTERISTICS} is one of
   * them, because it changes the later transactions of a pooled connection.
   *
   * @param traits the comments and quotes of the database
   * @throws InvalidArgumentException if a statement is a transaction command
   */
  static void reject(@Nullable String sql, StatementTraits traits) {
    String command = sql == null ? null : new TransactionCommands(sql, traits).find();
    if (command != null) {
      throw new InvalidArgumentException(
          "The SQL command "
              + command.toUpperCase(Locale.ROOT)
              + " is not allowed here: the library controls the transactions of its connections."
              + " Use transaction(...), which can be nested.",
          FailureContext.NONE);
    }
  }

  /** Returns whether the text may contain several statements. */
  private static boolean mayBeSeveral(String sql) {
    return sql.indexOf(';') >= 0;
  }

  /**
   * Returns whether a transaction may be open after a text that was not rejected: it may contain
   * several statements, or comments that the database reads in another way.
   */
  static boolean mayLeaveTransaction(String sql) {
    return mayBeSeveral(sql) || sql.contains("/*");
  }

  private @Nullable String find() {
    boolean several = mayBeSeveral(sql);
    do {
      readWord();
      String found = command();
      if (found != null || !several) {
        return found;
      }
      skipStatement();
    } while (position < sql.length());
    return null;
  }

  /** Returns the transaction command that begins with the last word, or null. */
  private @Nullable String command() {
    String command = wordOf(COMMANDS);
    if (command != null) {
      return command;
    }
    String verb = wordOf(WITH_OBJECT);
    if (verb == null) {
      return null;
    }
    readWord();
    String object = wordOf(OBJECTS);
    if ("session".equals(object)) {
      readWord();
      object = isWord("characteristics") ? "session characteristics" : wordOf(OBJECTS);
    }
    return object == null ? null : verb + " " + object;
  }

  /** Skips the rest of a statement and its semicolon. */
  private void skipStatement() {
    boolean creates = isWord("create");
    boolean hasBody = false;
    int depth = 0;
    while (position < sql.length()) {
      char next = sql.charAt(position);
      if (next == ';' && depth == 0) {
        position++;
        return;
      }
      if (!isWordStart(next)) {
        skipOther();
        continue;
      }
      skipWord();
      hasBody |= creates && wordOf(ROUTINES) != null;
      if (hasBody && (isWord("begin") || (depth > 0 && isWord("case")))) {
        depth++;
      } else if (depth > 0 && isWord("end")) {
        depth--;
      }
    }
  }

  private void readWord() {
    skipGaps();
    wordBegin = position;
    if (position < sql.length() && isWordStart(sql.charAt(position))) {
      skipWord();
    }
  }

  private @Nullable String wordOf(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isWord(words.get(i))) {
        return words.get(i);
      }
    }
    return null;
  }

  private boolean isWord(String word) {
    return position - wordBegin == word.length()
        && sql.regionMatches(true, wordBegin, word, 0, word.length());
  }

  private static boolean isWordStart(char character) {
    return Character.isLetter(character) || character == '_';
  }

  private void skipWord() {
    wordBegin = position;
    while (position < sql.length() && isWordPart(sql.charAt(position))) {
      position++;
    }
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '$';
  }

  private void skipGaps() {
    while (position < sql.length()) {
      char next = sql.charAt(position);
      if (next == ';' || next == '\uFEFF' || Character.isWhitespace(next)) {
        position++;
      } else if (sql.startsWith("--", position) || sql.startsWith("/*", position)) {
        skipOther();
      } else {
        return;
      }
    }
  }

  /** Skips a comment, a quoted text or a single character. */
  private void skipOther() {
    char next = sql.charAt(position);
    if (sql.startsWith("--", position)) {
      skipLine();
    } else if (sql.startsWith("/*", position)) {
      skipBlockComment();
    } else if (next == '[' && traits.quotesWithBrackets()) {
      skipAfter("]", position);
    } else if (next == '\'' || next == '"' || next == '`') {
      skipQuoted(next);
    } else if (next == '$') {
      skipDollarQuoted();
    } else {
      position++;
    }
  }

  private void skipLine() {
    while (position < sql.length()) {
      char next = sql.charAt(position++);
      if (next == '\n' || next == '\r') {
        return;
      }
    }
  }

  private void skipBlockComment() {
    int depth = 0;
    do {
      if (sql.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else if (sql.startsWith("/*", position) && (depth == 0 || traits.nestsComments())) {
        depth++;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < sql.length());
  }

  /** A doubled quote is skipped as two quoted texts. */
  private void skipQuoted(char quote) {
    boolean escapes = quote == '\'' && isAfterEscapePrefix();
    position++;
    while (position < sql.length()) {
      char next = sql.charAt(position++);
      if (next == quote) {
        return;
      }
      if (escapes && next == '\\') {
        position++;
      }
    }
  }

  /** In {@code E'...'}, a backslash escapes the next character. */
  private boolean isAfterEscapePrefix() {
    return position - wordBegin == 1 && isWord("e");
  }

  /** Skips {@code $tag$...$tag$}, or a parameter such as {@code $1}. */
  private void skipDollarQuoted() {
    int begin = position++;
    while (position < sql.length()
        && sql.charAt(position) != '$'
        && isWordPart(sql.charAt(position))) {
      position++;
    }
    if (position < sql.length() && sql.charAt(position) == '$') {
      position++;
      skipAfter(sql.substring(begin, position), position);
    }
  }

  private void skipAfter(String end, int from) {
    int found = sql.indexOf(end, from);
    position = found < 0 ? sql.length() : found + end.length();
  }
}
