package dev.taskstore.db.internal.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the canonical form of {@code jsonb}: the members of an object are ordered by the
 * length of their names in UTF-8, then by bytes; the last of several members with one name counts;
 * a blank follows each comma and colon; numbers have no exponent. Fractions have no trailing zeros,
 * because databases with this type keep these but ignore them in comparisons. Equal values have
 * equal texts.
 */
public final class JsonbText {

  /** The digits that databases with this type store before and after the decimal point. */
  private static final int MAX_INTEGER_DIGITS = 131_072;

  private static final int MAX_FRACTION_DIGITS = 16_383;

  /** A number of more characters has too many digits or leading zeros, which JSON forbids. */
  private static final int MAX_NUMBER_LENGTH = 160_000;

  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private static final Comparator<byte[]> NAMES =
      Comparator.<byte[]>comparingInt(name -> name.length).thenComparing(Arrays::compareUnsigned);

  /** Thrown only inside this class. */
  private static final class UnsupportedNumberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedNumberException() {
      super("", null, false, false);
    }
  }

  private final String text;
  private final int maximumLength;
  private int at;

  private JsonbText(String text, int maximumLength) {
    this.text = text;
    this.maximumLength = maximumLength;
  }

  /**
   * Returns the canonical text.
   *
   * @param text valid JSON
   * @param maximumLength the maximum length of the result
   * @return the text, or null if a number has more digits than can be stored or the text would be
   *     too long
   */
  public static @Nullable String of(String text, int maximumLength) {
    StringBuilder out = new StringBuilder(text.length());
    try {
      new JsonbText(text, maximumLength).value(out);
    } catch (UnsupportedNumberException e) {
      return null;
    }
    return out.length() > maximumLength ? null : out.toString();
  }

  private void value(StringBuilder out) {
    skipBlanks();
    char first = text.charAt(at);
    switch (first) {
      case '{' -> object(out);
      case '[' -> array(out);
      case '"' -> quote(out, string());
      case 't', 'f', 'n' -> word(out);
      default -> number(out);
    }
    skipBlanks();
  }

  private void object(StringBuilder out) {
    Map<byte[], String> members = new TreeMap<>(NAMES);
    at++;
    skipBlanks();
    while (text.charAt(at) != '}') {
      String name = string();
      skipBlanks();
      at++; // The colon.
      StringBuilder value = new StringBuilder();
      value(value);
      StringBuilder member = new StringBuilder();
      quote(member, name);
      members.put(
          name.getBytes(StandardCharsets.UTF_8), member.append(": ").append(value).toString());
      nextElement();
    }
    at++;
    out.append('{').append(String.join(", ", members.values())).append('}');
  }

  private void array(StringBuilder out) {
    at++;
    skipBlanks();
    out.append('[');
    String separator = "";
    while (text.charAt(at) != ']') {
      out.append(separator);
      value(out);
      nextElement();
      separator = ", ";
    }
    at++;
    out.append(']');
  }

  private void nextElement() {
    if (text.charAt(at) == ',') {
      at++;
      skipBlanks();
    }
  }

  private void word(StringBuilder out) {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    out.append(text, start, at);
  }

  private void number(StringBuilder out) {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at - start > MAX_NUMBER_LENGTH) {
      throw new UnsupportedNumberException();
    }
    PlainNumber number = PlainNumber.parse(text.substring(start, at));
    if (number == null
        || !number.fits(MAX_INTEGER_DIGITS, MAX_FRACTION_DIGITS)
        || out.length() > maximumLength) {
      throw new UnsupportedNumberException();
    }
    number.appendTo(out);
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      char unit = text.charAt(at++);
      if (unit == '"') {
        return value.toString();
      }
      value.append(unit == '\\' ? escape() : unit);
    }
  }

  private char escape() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += HEX_DIGITS;
        yield (char) Integer.parseInt(text, at - HEX_DIGITS, at, HEX);
      }
      default -> kind;
    };
  }

  private static void quote(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      switch (unit) {
        case '"', '\\' -> out.append('\\').append(unit);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (unit < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }

  private void skipBlanks() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
