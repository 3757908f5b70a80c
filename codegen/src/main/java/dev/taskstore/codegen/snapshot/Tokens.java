package dev.taskstore.codegen.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of one line of a snapshot: plain, or in double quotes with escapes. */
final class Tokens {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:$+-]+");

  private Tokens() {}

  static String quote(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Returns empty if a quote is missing. */
  static Optional<List<String>> split(String line) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == ' ') {
        at++;
      } else if (line.charAt(at) == '"') {
        StringBuilder token = new StringBuilder();
        at = quoted(line, at + 1, token);
        if (at < 0) {
          return Optional.empty();
        }
        tokens.add(token.toString());
      } else {
        int end = line.indexOf(' ', at);
        end = end < 0 ? line.length() : end;
        tokens.add(line.substring(at, end));
        at = end;
      }
    }
    return Optional.of(tokens);
  }

  /** Returns the index after the closing quote, or -1 if there is none. */
  private static int quoted(String line, int from, StringBuilder token) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        token.append(
            switch (line.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> line.charAt(i);
            });
      } else {
        token.append(c);
      }
    }
    return -1;
  }
}
