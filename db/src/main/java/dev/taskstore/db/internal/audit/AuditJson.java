package dev.taskstore.db.internal.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of entries: objects and arrays without blanks, whose elements are
 * strings, numbers, booleans and null.
 */
final class AuditJson {

  private static final int HEX = 16;
  private static final int FIRST_PRINTABLE = 0x20;

  private final String text;
  private int at;

  private AuditJson(String text) {
    this.text = text;
  }

  /**
   * Reads an object.
   *
   * @return its members; values are {@link String}, {@link BigDecimal}, {@link Boolean} or null
   * @throws IllegalArgumentException when the text is not such an object
   */
  static Map<String, @Nullable Object> object(@Nullable String text) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (text != null) {
      AuditJson reader = new AuditJson(text);
      reader.elements(
          '{',
          '}',
          () -> {
            String name = reader.string();
            reader.require(':');
            members.put(name, reader.scalar());
          });
    }
    return members;
  }

  /**
   * Reads an array.
   *
   * @return its elements, like the values of {@link #object}
   * @throws IllegalArgumentException when the text is not such an array
   */
  static List<@Nullable Object> array(@Nullable String text) {
    List<@Nullable Object> elements = new ArrayList<>();
    if (text != null) {
      AuditJson reader = new AuditJson(text);
      reader.elements('[', ']', () -> elements.add(reader.scalar()));
    }
    return elements;
  }

  private void elements(char first, char last, Runnable element) {
    require(first);
    if (peek() == last) {
      at++;
    } else {
      element.run();
      while (peek() == ',') {
        at++;
        element.run();
      }
      require(last);
    }
    if (at < text.length()) {
      throw malformed();
    }
  }

  private @Nullable Object scalar() {
    if (peek() == '"') {
      return string();
    }
    int start = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> new BigDecimal(word);
    };
  }

  private String string() {
    require('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return value.toString();
      }
      value.append(next == '\\' ? escape() : next);
    }
  }

  private char escape() {
    char kind = next();
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        String digits = new String(new char[] {next(), next(), next(), next()});
        yield (char) Integer.parseInt(digits, HEX);
      }
      default -> kind;
    };
  }

  private void require(char expected) {
    if (next() != expected) {
      throw malformed();
    }
  }

  private char next() {
    char next = peek();
    at++;
    return next;
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("not the JSON of an entry");
  }

  /** Writes an object of elements like those that {@link #object(String)} returns. */
  static String object(Map<String, @Nullable Object> members) {
    StringBuilder out = new StringBuilder("{");
    members.forEach(
        (name, element) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          quote(out, name);
          scalar(out.append(':'), element);
        });
    return out.append('}').toString();
  }

  /** Writes an array of elements like those that {@link #array(String)} returns. */
  static String array(List<? extends @Nullable Object> elements) {
    StringBuilder out = new StringBuilder("[");
    for (Object element : elements) {
      if (out.length() > 1) {
        out.append(',');
      }
      scalar(out, element);
    }
    return out.append(']').toString();
  }

  private static void scalar(StringBuilder out, @Nullable Object element) {
    if (element instanceof String string) {
      quote(out, string);
    } else if (element instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else {
      out.append(element);
    }
  }

  /** Writes a string with the escapes that the triggers write. */
  static void quote(StringBuilder out, String value) {
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
          if (unit < FIRST_PRINTABLE) {
            out.append(String.format("\\u%04x", (int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
