package dev.taskstore.db.internal.observation;

import dev.taskstore.db.internal.value.SqlTokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operations and tables of a statement, in the order of its text. Follows the summary of
 * OpenTelemetry's semantic conventions for databases. Contains nothing of a text that is neither a
 * known command nor in the place of a table.
 */
final class QuerySummary {

  private static final int MAXIMUM_LENGTH = 240;

  /** A statement that starts with another word has the summary {@link #OTHER}. */
  private static final Set<String> COMMANDS =
      Set.of(
          "ALTER",
          "ANALYZE",
          "CALL",
          "COMMENT",
          "COPY",
          "CREATE",
          "DELETE",
          "DO",
          "DROP",
          "EXPLAIN",
          "GRANT",
          "INSERT",
          "LISTEN",
          "LOCK",
          "MERGE",
          "NOTIFY",
          "PRAGMA",
          "REFRESH",
          "REINDEX",
          "REPLACE",
          "RESET",
          "REVOKE",
          "SELECT",
          "SET",
          "SHOW",
          "TABLE",
          "TRUNCATE",
          "UPDATE",
          "VACUUM",
          "VALUES");

  private static final String OTHER = "SQL";

  private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");
  private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP", "TRUNCATE");
  private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "USING");
  private static final Set<String> SKIPPED_BEFORE_TABLE =
      Set.of("ONLY", "LATERAL", "IF", "NOT", "EXISTS", "TABLE");
  private static final Set<String> STARTS_OF_QUERY =
      Set.of("SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE");
  private static final Set<String> ENDS_OF_TABLES =
      Set.of(
          "WHERE",
          "GROUP",
          "ORDER",
          "LIMIT",
          "HAVING",
          "SET",
          "VALUES",
          "RETURNING",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "WINDOW",
          "FETCH",
          "OFFSET",
          "FOR",
          "ON",
          "SELECT");

  /** One pair of parentheses, or the text outside of them. */
  private static final class Level {
    /** Whether FROM is the clause of a query, not part of a function call. */
    boolean isQuery;

    boolean listsTables;
    boolean namesExpressions;
  }

  private final List<String> tokens;
  private final List<String> parts = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> expressions = new HashSet<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable String operation;
  private String previous = ";";
  private boolean expectsTable;

  private QuerySummary(String sql) {
    this.tokens = SqlTokens.of(sql);
  }

  static QuerySummary of(String sql) {
    QuerySummary summary = new QuerySummary(sql);
    summary.read();
    return summary;
  }

  /** The main operation in upper case, or null if it is unknown. */
  @Nullable String operation() {
    return operation;
  }

  /** The names of the tables, without schemas. */
  List<String> tables() {
    return List.copyOf(tables);
  }

  /** The summary. */
  String text() {
    StringBuilder text = new StringBuilder(parts.isEmpty() ? OTHER : parts.get(0));
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      if (text.length() + 1 + part.length() > MAXIMUM_LENGTH) {
        break;
      }
      text.append(' ').append(part);
    }
    return text.toString();
  }

  private void read() {
    levels.push(new Level());
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String word = SqlTokens.isQuoted(token) ? token : token.toUpperCase(Locale.ROOT);
      if (expectsTable && SqlTokens.isName(token) && !SKIPPED_BEFORE_TABLE.contains(word)) {
        if (!STARTS_OF_QUERY.contains(word) && !ENDS_OF_TABLES.contains(word)) {
          i = readTable(i);
          continue;
        }
        expectsTable = false;
      }
      read(word, i);
      previous = word;
    }
  }

  private void read(String word, int index) {
    Level level = levels.element();
    switch (word) {
      case "(" -> open(index);
      case ")" -> close();
      case "," -> expectsTable = level.listsTables;
      case ";" -> level.listsTables = false;
      case "WITH" -> level.namesExpressions = previous.equals(";") || previous.equals("(");
      default -> {
        if (level.namesExpressions && isNameOfExpression(index)) {
          expressions.add(unquoted(tokens.get(index)));
        } else {
          readKeyword(word, level);
        }
      }
    }
  }

  private boolean isNameOfExpression(int index) {
    return (previous.equals("WITH") || previous.equals("RECURSIVE") || previous.equals(","))
        && SqlTokens.isName(tokens.get(index))
        && !tokens.get(index).equalsIgnoreCase("RECURSIVE");
  }

  private void readKeyword(String word, Level level) {
    if (startsOperation(word)) {
      level.namesExpressions = false;
      level.listsTables = false;
      level.isQuery = word.equals("SELECT") || CHANGES.contains(word);
      parts.add(word);
      if (operation == null && levels.size() == 1) {
        operation = word;
      }
      expectsTable = word.equals("UPDATE");
    } else if (BEFORE_TABLE.contains(word)) {
      if (level.isQuery && !previous.equals("DISTINCT")) {
        expectsTable = true;
        level.listsTables = word.equals("FROM");
      }
    } else if (word.equals("TABLE")) {
      expectsTable = DEFINITIONS.contains(previous);
    } else if (ENDS_OF_TABLES.contains(word)) {
      level.listsTables = false;
    }
  }

  private boolean startsOperation(String word) {
    boolean isFirst = previous.equals(";");
    if (word.equals("SELECT") || (isFirst && COMMANDS.contains(word))) {
      return true;
    }
    return CHANGES.contains(word)
        && (previous.equals("(") || previous.equals(")") || previous.equals("EXPLAIN"));
  }

  /** After USING, parentheses contain a query or the columns of a join. */
  private void open(int index) {
    Level inner = new Level();
    String first = index + 1 < tokens.size() ? tokens.get(index + 1) : "";
    boolean startsQuery = STARTS_OF_QUERY.contains(first.toUpperCase(Locale.ROOT));
    expectsTable &= startsQuery || !previous.equals("USING");
    inner.isQuery = expectsTable;
    inner.listsTables = expectsTable;
    levels.push(inner);
  }

  private void close() {
    expectsTable = false;
    if (levels.size() > 1) {
      levels.pop();
    }
  }

  /** Reads a name with its schema, and returns the index of its last token. */
  private int readTable(int first) {
    int last = first;
    while (is(last + 1, ".") && last + 2 < tokens.size()) {
      last += 2;
    }
    expectsTable = false;
    boolean isCall = is(last + 1, "(") && levels.element().isQuery && !previous.equals("INTO");
    String name = unquoted(tokens.get(last));
    if (!isCall && SqlTokens.isName(tokens.get(last)) && !expressions.contains(name)) {
      parts.add(name);
      tables.add(name);
    }
    previous = tokens.get(last);
    return last;
  }

  private boolean is(int index, String token) {
    return index < tokens.size() && tokens.get(index).equals(token);
  }

  private static String unquoted(String token) {
    if (!SqlTokens.isQuoted(token)) {
      return token;
    }
    boolean isClosed = token.length() > 1 && token.endsWith("\"");
    return token.substring(1, isClosed ? token.length() - 1 : token.length()).replace("\"\"", "\"");
  }
}
