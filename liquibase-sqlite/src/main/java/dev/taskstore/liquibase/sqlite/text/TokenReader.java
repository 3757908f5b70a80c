package dev.taskstore.liquibase.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a statement one after the other. Not thread-safe.
 *
 * <p>A subclass decides which exception reports that something else was expected.
 */
public abstract class TokenReader {

  private final String sql;
  private final List<Token> tokens;
  private int position;

  /**
   * Creates a reader at the first token.
   *
   * @param sql the text of the statement
   * @param tokens its tokens
   */
  protected TokenReader(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  /**
   * Returns the exception for what follows.
   *
   * @param expected what was expected instead
   * @return the exception, which the caller throws
   */
  protected abstract RuntimeException unexpected(String expected);

  /**
   * Returns the text of the statement.
   *
   * @return the text
   */
  public final String sql() {
    return sql;
  }

  /**
   * Returns the tokens of the statement.
   *
   * @return all tokens
   */
  protected final List<Token> tokens() {
    return tokens;
  }

  /**
   * Returns how many tokens were read.
   *
   * @return the index of the next token
   */
  public final int position() {
    return position;
  }

  /**
   * Sets the next token.
   *
   * @param index the index of the token, or the number of tokens for the end
   */
  protected final void moveTo(int index) {
    position = index;
  }

  /**
   * Returns whether all tokens were read.
   *
   * @return whether there is no next token
   */
  public final boolean atEnd() {
    return position >= tokens.size();
  }

  /**
   * Returns a token that was not read yet.
   *
   * @param ahead 0 for the next token
   * @return the token; null after the end
   */
  public final @Nullable Token peek(int ahead) {
    return position + ahead < tokens.size() ? tokens.get(position + ahead) : null;
  }

  /**
   * Returns whether words follow.
   *
   * @param words the words, in any case
   * @return whether they are the next tokens
   */
  public final boolean nextIs(String... words) {
    for (int i = 0; i < words.length; i++) {
      Token token = peek(i);
      if (token == null || !token.isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads words if they follow.
   *
   * @param words the words, in any case
   * @return whether they were read
   */
  public final boolean accept(String... words) {
    boolean found = nextIs(words);
    if (found) {
      position += words.length;
    }
    return found;
  }

  /**
   * Reads words.
   *
   * @param words the words, in any case
   */
  public final void expect(String... words) {
    if (!accept(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  /**
   * Returns whether a symbol follows.
   *
   * @param symbol the symbol
   * @return whether it is the next token
   */
  public final boolean nextIsSymbol(char symbol) {
    Token token = peek(0);
    return token != null && token.isSymbol(symbol);
  }

  /**
   * Reads a symbol if it follows.
   *
   * @param symbol the symbol
   * @return whether it was read
   */
  public final boolean acceptSymbol(char symbol) {
    boolean found = nextIsSymbol(symbol);
    if (found) {
      position++;
    }
    return found;
  }

  /** Reads a token, or a pair of parentheses with its content. */
  public final void skip() {
    int depth = 0;
    do {
      Token token = peek(0);
      if (token == null) {
        throw unexpected(")");
      }
      depth += depth(token);
      position++;
    } while (depth > 0);
  }

  /**
   * Returns the change of depth at a token.
   *
   * @param token a token
   * @return 1 for an opening parenthesis, -1 for a closing one, otherwise 0
   */
  public static int depth(Token token) {
    return token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
  }
}
