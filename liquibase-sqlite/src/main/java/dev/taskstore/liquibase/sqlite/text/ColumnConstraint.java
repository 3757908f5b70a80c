package dev.taskstore.liquibase.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or clause of a column definition. Immutable.
 *
 * @param kind the kind
 * @param name the name without quotes, or null
 * @param text the text as written, with the blanks and comments before it
 * @param tokens the tokens of the text
 */
public record ColumnConstraint(Kind kind, @Nullable String name, String text, List<Token> tokens) {

  /** The kind of a constraint or clause. */
  public enum Kind {
    PRIMARY_KEY,
    NOT_NULL,
    NULL,
    UNIQUE,
    CHECK,
    DEFAULT,
    COLLATE,
    REFERENCES,
    GENERATED
  }

  /** Creates a constraint. */
  public ColumnConstraint {
    tokens = List.copyOf(tokens);
  }

  static ColumnConstraint of(String text) {
    Cursor cursor = new Cursor(text);
    return ColumnReader.constraint(cursor, 0);
  }

  /**
   * Returns whether the text contains a word.
   *
   * @param word a keyword
   * @return whether a token is this word
   */
  public boolean hasWord(String word) {
    return tokens.stream().anyMatch(token -> token.isWord(word));
  }

  /**
   * Returns whether the text can name a column.
   *
   * @param column the name without quotes
   * @return whether a token is this name
   */
  public boolean mentions(String column) {
    return tokens.stream().anyMatch(token -> token.names(column));
  }

  /** Returns the table that a {@code REFERENCES} clause names, or null for other kinds. */
  public @Nullable String referencedTable() {
    for (int i = 0; kind == Kind.REFERENCES && i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("REFERENCES")) {
        return Names.plain(tokens.get(i + 1).text());
      }
    }
    return null;
  }

  /**
   * Returns the expression of a {@code DEFAULT} clause.
   *
   * @return the text after the keyword and comments
   */
  public String defaultExpression() {
    return fromEnd(tokens.get(defaultKeyword() + 1).start()).strip();
  }

  /**
   * Returns the comment between the keyword and the expression of a {@code DEFAULT} clause.
   *
   * @return the text without the delimiters, or an empty string
   */
  public String defaultComment() {
    Token keyword = tokens.get(defaultKeyword());
    Token expression = tokens.get(defaultKeyword() + 1);
    String between = fromEnd(keyword.end()).substring(0, expression.start() - keyword.end());
    return Tokenizer.comment(between).orElse("");
  }

  private int defaultKeyword() {
    int keyword = 0;
    while (!tokens.get(keyword).isWord("DEFAULT")) {
      keyword++;
    }
    return keyword;
  }

  /** Returns the text from a position in the SQL that was read. */
  private String fromEnd(int position) {
    int length = tokens.get(tokens.size() - 1).end() - position;
    return text.substring(text.length() - length);
  }

  /** Returns the condition of a CHECK as {@link Expressions#comparable}; empty for other kinds. */
  public String check() {
    return kind == Kind.CHECK ? Expressions.checked(tokens) : "";
  }
}
