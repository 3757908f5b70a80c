package dev.taskstore.db.internal.value;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Validates JSON strictly as RFC 8259 defines it: no comments, no trailing commas, nothing after
 * the value. Escapes of a NUL character or a lone surrogate are invalid too, because databases
 * cannot store that text. Reads each character once, without recursion.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonSyntax {

  private static final int HEX_DIGITS = 4;

  /** Thrown only inside this class. */
  private static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String problem) {
      super(problem, null, false, false);
    }
  }

  private final String text;
  private final int maximumDepth;
  private final BitSet objects = new BitSet();
  private int depth;
  private int at;

  private JsonSyntax(String text, int maximumDepth) {
    this.text = text;
    this.maximumDepth = maximumDepth;
  }

  /** Returns the error in a text as the predicate of a sentence, or null for valid JSON. */
  public static @Nullable String problem(String text, int maximumDepth) {
    try {
      new JsonSyntax(text, maximumDepth).document();
      return null;
    } catch (Malformed e) {
      return e.getMessage();
    }
  }

  private void document() throws Malformed {
    value();
    while (depth > 0) {
      skipBlanks();
      boolean inObject = objects.get(depth);
      char next = next();
      if (next == ',') {
        if (inObject) {
          skipBlanks();
          name();
        }
        value();
      } else if (next == (inObject ? '}' : ']')) {
        depth--;
      } else {
        throw malformed(at - 1);
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw malformed(at);
    }
  }

  /** Reads a value, or an array or object up to the end of its first element. */
  private void value() throws Malformed {
    while (true) {
      skipBlanks();
      char first = next();
      switch (first) {
        case '"' -> string();
        case 't' -> word("true");
        case 'f' -> word("false");
        case 'n' -> word("null");
        case '[', '{' -> {
          boolean isObject = first == '{';
          skipBlanks();
          enter(isObject);
          if (peek() == (isObject ? '}' : ']')) {
            at++;
            depth--;
            return;
          }
          if (isObject) {
            name();
          }
          continue;
        }
        default -> number(first);
      }
      return;
    }
  }

  private void enter(boolean isObject) throws Malformed {
    if (++depth > maximumDepth) {
      throw new Malformed("is nested deeper than " + maximumDepth + " levels");
    }
    objects.set(depth, isObject);
  }

  private void name() throws Malformed {
    if (next() != '"') {
      throw malformed(at - 1);
    }
    string();
    skipBlanks();
    if (next() != ':') {
      throw malformed(at - 1);
    }
  }

  private void word(String word) throws Malformed {
    if (!text.startsWith(word, at - 1)) {
      throw malformed(at - 1);
    }
    at += word.length() - 1;
  }

  private void number(char first) throws Malformed {
    char digit = first == '-' ? next() : first;
    if (digit != '0') {
      at--;
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
  }

  private void digits() throws Malformed {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed(at);
    }
  }

  private void string() throws Malformed {
    boolean afterHighSurrogate = false;
    while (true) {
      int start = at;
      char unit = next();
      if (unit == '"' && !afterHighSurrogate) {
        return;
      }
      if (unit < ' ') {
        throw malformed(start);
      }
      if (unit == '\\') {
        unit = escape();
      }
      if (unit == 0) {
        throw new Malformed("contains a NUL character at index " + start);
      }
      if (Character.isLowSurrogate(unit) != afterHighSurrogate) {
        throw new Malformed("contains a lone surrogate at index " + start);
      }
      afterHighSurrogate = Character.isHighSurrogate(unit);
    }
  }

  /** Returns the character of an escape. */
  private char escape() throws Malformed {
    char kind = next();
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw malformed(at - 1);
    };
  }

  private char hexadecimal() throws Malformed {
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = next();
      // Character.digit also accepts digits of other scripts.
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed(at - 1);
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** Returns the next character, or NUL at the end of the text; JSON contains no NUL. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() throws Malformed {
    if (at >= text.length()) {
      throw malformed(at);
    }
    return text.charAt(at++);
  }

  private static Malformed malformed(int index) {
    return new Malformed("is not JSON (RFC 8259): syntax error at index " + index);
  }
}
