package dev.taskstore.liquibase.sqlite.type;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a JSON text (RFC 8259) and writes it as PostgreSQL prints jsonb: keys by length and then by
 * bytes, the last value of a key, numbers without an exponent, a blank after each colon and comma.
 */
final class JsonText {

  private static final int MAX_DEPTH = 512;

  /** PostgreSQL compares the number of bytes of keys first. */
  private static final Comparator<String> KEY_ORDER =
      Comparator.<String>comparingInt(key -> bytes(key).length)
          .thenComparing((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));

  private final String json;
  private int position;
  private int depth;

  private JsonText(String json) {
    this.json = json;
  }

  /**
   * Returns the canonical form of a JSON text.
   *
   * @throws InvalidValueException if the text is not JSON
   */
  static String canonical(String json) {
    JsonText reader = new JsonText(json);
    String value = reader.value();
    reader.skipBlanks();
    if (reader.position < json.length()) {
      throw reader.invalid();
    }
    return value;
  }

  private String value() {
    skipBlanks();
    if (position >= json.length() || depth >= MAX_DEPTH) {
      throw invalid();
    }
    char first = json.charAt(position);
    return switch (first) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> quoted(string());
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private String object() {
    Map<String, String> members = new TreeMap<>(KEY_ORDER);
    open();
    while (!closes('}', members.isEmpty())) {
      skipBlanks();
      String key = string();
      skipBlanks();
      expect(':');
      members.put(key, value());
    }
    StringBuilder text = new StringBuilder("{");
    members.forEach(
        (key, value) ->
            text.append(text.length() > 1 ? ", " : "")
                .append(quoted(key))
                .append(": ")
                .append(value));
    return text.append('}').toString();
  }

  private String array() {
    StringBuilder text = new StringBuilder("[");
    open();
    while (!closes(']', text.length() == 1)) {
      text.append(text.length() > 1 ? ", " : "").append(value());
    }
    return text.append(']').toString();
  }

  private void open() {
    position++;
    depth++;
  }

  /** Reads the end of an object or array, or the comma before its next member. */
  private boolean closes(char end, boolean first) {
    skipBlanks();
    if (position < json.length() && json.charAt(position) == end) {
      position++;
      depth--;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private void expect(char character) {
    if (position >= json.length() || json.charAt(position) != character) {
      throw invalid();
    }
    position++;
  }

  private String word(String word) {
    if (!json.startsWith(word, position)) {
      throw invalid();
    }
    position += word.length();
    return word;
  }

  private String number() {
    int start = position;
    while (position < json.length() && "+-.eE0123456789".indexOf(json.charAt(position)) >= 0) {
      position++;
    }
    String number = json.substring(start, position);
    if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?")) {
      throw invalid();
    }
    BigDecimal decimal = new BigDecimal(number);
    return (decimal.scale() < 0 ? decimal.setScale(0) : decimal).toPlainString();
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (position < json.length() && json.charAt(position) != '"') {
      char character = json.charAt(position++);
      if (character < ' ') {
        throw invalid();
      }
      text.append(character == '\\' ? escaped() : character);
    }
    expect('"');
    return text.toString();
  }

  private char escaped() {
    char character = position < json.length() ? json.charAt(position++) : ' ';
    return switch (character) {
      case '"', '\\', '/' -> character;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw invalid();
    };
  }

  private char unicode() {
    int end = position + 4;
    String digits = end <= json.length() ? json.substring(position, end) : "";
    if (!digits.matches("\\p{XDigit}{4}")) {
      throw invalid();
    }
    position = end;
    return (char) Integer.parseInt(digits, 16);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (character == 0) {
            throw new InvalidValueException("jsonb has no character NUL; remove \\u0000");
          }
          if (character < ' ') {
            quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private void skipBlanks() {
    while (position < json.length() && " \t\n\r".indexOf(json.charAt(position)) >= 0) {
      position++;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private InvalidValueException invalid() {
    return new InvalidValueException("the value is not JSON (character " + (position + 1) + ")");
  }
}
