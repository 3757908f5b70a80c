package dev.taskstore.differential;

import dev.taskstore.PasswordHash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints values as readable Java literals, whatever characters they contain. */
final class Literals {

  private static final int LONGEST = 60;

  private Literals() {}

  static String of(List<Object> arguments) {
    return "(" + String.join(", ", arguments.stream().map(Literals::of).toList()) + ")";
  }

  static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return text(text);
    } else if (value instanceof PasswordHash hash) {
      return text(hash.encoded());
    } else if (value instanceof Collection<?> all) {
      return all.stream().map(Literals::of).toList().toString();
    } else if (value instanceof Optional<?> optional) {
      return optional.map(Literals::of).orElse("nothing");
    } else if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, entry) -> entries.add(of(key) + "=" + of(entry)));
      return entries.toString();
    } else if (value instanceof Record row && !(value instanceof Column)) {
      return row(row);
    }
    return String.valueOf(value);
  }

  private static String row(Record row) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Object value = component.getAccessor().invoke(row);
        if (value != null) {
          parts.add(component.getName() + "=" + of(value));
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return row.getClass().getSimpleName() + "[" + String.join(", ", parts) + "]";
  }

  private static String text(String text) {
    if (text.length() > LONGEST) {
      int repeated = Character.charCount(text.codePointAt(0));
      String unit = text.substring(0, repeated);
      int count = text.length() / repeated;
      if (unit.repeat(count).equals(text)) {
        return text(unit) + ".repeat(" + count + ")";
      }
    }
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        literal.append(c);
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }
}
