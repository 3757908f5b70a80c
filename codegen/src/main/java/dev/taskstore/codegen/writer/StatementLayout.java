package dev.taskstore.codegen.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks statements and declarations that are longer than a line, in the style of
 * google-java-format: at the assignment, the ternary, the calls of a chain, or the arguments.
 */
final class StatementLayout {

  static final int WIDTH = 100;
  private static final int CONTINUATION = 4;
  private static final Pattern TYPE = Pattern.compile("[a-z ]*\\b(class|interface|enum) .*");
  private static final Pattern LITERAL =
      Pattern.compile("(?:\\+ )?\"(?:[^\"\\\\]|\\\\.)*\"[,;)}]*");

  /** Names and literals of less than 10 characters share lines. */
  private static final Pattern SHORT_NAMES = Pattern.compile("\\w{1,9}(, \\w{1,9})*");

  /** A variable or a constant of a class whose method is called: the chain begins after it. */
  private static final Pattern RECEIVER =
      Pattern.compile("((?:return )?(?:[a-z]\\w*|[A-Z]\\w*\\.[A-Z]\\w*))\\.[a-z]\\w*\\(");

  /** A column of a table, whose method is called. */
  private static final Pattern COLUMN =
      Pattern.compile("((?:return )?[A-Z][A-Z0-9_]*)(\\.[A-Z0-9_]+)\\.[a-z]\\w*\\(");

  private final List<String> lines = new ArrayList<>();

  /** The lines of a statement at an indentation. */
  static List<String> of(int indent, String statement) {
    StatementLayout layout = new StatementLayout();
    layout.add(indent, statement);
    return layout.lines;
  }

  private void add(int indent, String text) {
    if (indent + text.length() <= WIDTH
        || !(condition(indent, text)
            || assignment(indent, text)
            || typeDeclaration(indent, text)
            || ternary(indent, text)
            || chain(indent, text)
            || literal(indent, text)
            || arguments(indent, text))) {
      lines.add(" ".repeat(indent) + text);
    }
  }

  /** Breaks after the condition of an if without braces. */
  private boolean condition(int indent, String text) {
    int end = text.startsWith("if (") && !text.endsWith("{") ? topLevel(text, ") ", 0) : -1;
    if (end < 0) {
      return false;
    }
    lines.add(" ".repeat(indent) + text.substring(0, end + 1));
    add(indent + 2, text.substring(end + 2));
    return true;
  }

  private boolean assignment(int indent, String text) {
    int at = topLevel(text, " = ", 0);
    if (at < 0) {
      return false;
    }
    String declared = text.substring(0, at + 2);
    int inner = indent + CONTINUATION;
    if (indent + declared.length() > WIDTH) {
      int name = declared.lastIndexOf(' ', at - 1);
      lines.add(" ".repeat(indent) + declared.substring(0, name));
      lines.add(" ".repeat(inner) + declared.substring(name + 1));
      inner += CONTINUATION;
    } else {
      lines.add(" ".repeat(indent) + declared);
    }
    add(inner, text.substring(at + 3));
    return true;
  }

  private boolean typeDeclaration(int indent, String text) {
    if (!TYPE.matcher(text).matches()) {
      return false;
    }
    int implemented = topLevel(text, " implements ", 0);
    int extended = topLevel(text, " extends ", 0);
    int first = extended >= 0 ? extended : implemented;
    if (first < 0) {
      return false;
    }
    lines.add(" ".repeat(indent) + text.substring(0, first));
    if (extended >= 0 && implemented > extended) {
      lines.add(" ".repeat(indent + CONTINUATION) + text.substring(extended + 1, implemented));
      first = implemented;
    }
    add(indent + CONTINUATION, text.substring(first + 1));
    return true;
  }

  private boolean ternary(int indent, String text) {
    int question = topLevel(text, " ? ", 0);
    int colon = question < 0 ? -1 : topLevel(text, " : ", question + 1);
    if (colon < 0) {
      return false;
    }
    add(indent, text.substring(0, question));
    add(indent + CONTINUATION, text.substring(question + 1, colon));
    add(indent + CONTINUATION, text.substring(colon + 1));
    return true;
  }

  private boolean chain(int indent, String text) {
    int dot = topLevel(text, ").", 0);
    if (dot < 0) {
      return false;
    }
    Matcher column = COLUMN.matcher(text);
    Matcher receiver = RECEIVER.matcher(text);
    if (column.lookingAt()) {
      lines.add(" ".repeat(indent) + column.group(1));
      lines.add(" ".repeat(indent + CONTINUATION) + column.group(2));
      dot = column.end(2) - 1;
    } else if (receiver.lookingAt()) {
      lines.add(" ".repeat(indent) + receiver.group(1));
      dot = receiver.end(1) - 1;
    } else {
      add(indent, text.substring(0, dot + 1));
    }
    while (dot >= 0) {
      int next = topLevel(text, ").", dot + 1);
      add(indent + CONTINUATION, text.substring(dot + 1, next < 0 ? text.length() : next + 1));
      dot = next;
    }
    return true;
  }

  /** Breaks a long text between two words. */
  private boolean literal(int indent, String text) {
    if (!LITERAL.matcher(text).matches()) {
      return false;
    }
    String sign = text.startsWith("+ ") ? "" : "+ ";
    int blank = text.lastIndexOf(' ', WIDTH - indent - 2);
    if (blank <= text.indexOf('"') + 1) {
      return false;
    }
    lines.add(" ".repeat(indent) + text.substring(0, blank + 1) + "\"");
    add(indent + (sign.isEmpty() ? 0 : CONTINUATION), "+ \"" + text.substring(blank + 1));
    return true;
  }

  private boolean arguments(int indent, String text) {
    int close = -1;
    int open = -1;
    Brackets brackets = new Brackets();
    int depth = 0;
    int candidate = -1;
    for (int i = 0; i < text.length(); i++) {
      int change = brackets.change(text, i);
      if (change > 0 && depth++ == 0) {
        candidate = i;
      } else if (change < 0 && --depth == 0 && isGroup(text, i) && i > candidate + 1) {
        open = candidate;
        close = i;
      }
    }
    if (open < 0) {
      return false;
    }
    lines.add(" ".repeat(indent) + text.substring(0, open + 1));
    String arguments = text.substring(open + 1, close);
    String tail = text.substring(close);
    if (text.charAt(open) == '{') {
      split(arguments, indent + 2, "");
      lines.add(" ".repeat(indent) + tail);
      return true;
    }
    int inner = indent + CONTINUATION;
    int thrown = tail.indexOf(" throws ");
    if (thrown < 0 && inner + arguments.length() + tail.length() <= WIDTH) {
      lines.add(" ".repeat(inner) + arguments + tail);
      return true;
    }
    String last = thrown < 0 ? tail : tail.substring(0, thrown);
    split(arguments, inner, last);
    if (thrown >= 0) {
      lines.add(" ".repeat(inner) + tail.substring(thrown + 1));
    }
    return true;
  }

  /** Type arguments are a group only in an {@code implements} clause. */
  private static boolean isGroup(String text, int close) {
    return text.charAt(close) != '>' || text.startsWith("implements ");
  }

  /** Adds arguments: on one line if they fit, otherwise each on its own line. */
  private void split(String arguments, int indent, String last) {
    if (indent + arguments.length() + last.length() <= WIDTH) {
      lines.add(" ".repeat(indent) + arguments + last);
      return;
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    int comma = topLevel(arguments, ", ", 0);
    while (comma >= 0) {
      parts.add(arguments.substring(start, comma + 1));
      start = comma + 2;
      comma = topLevel(arguments, ", ", start);
    }
    parts.add(arguments.substring(start) + last);
    if (SHORT_NAMES.matcher(arguments).matches()) {
      fill(indent, parts);
    } else {
      parts.forEach(part -> add(indent, part));
    }
  }

  private void fill(int indent, List<String> parts) {
    String line = "";
    for (String part : parts) {
      if (!line.isEmpty() && indent + line.length() + 1 + part.length() > WIDTH) {
        lines.add(" ".repeat(indent) + line);
        line = part;
      } else {
        line = line.isEmpty() ? part : line + " " + part;
      }
    }
    lines.add(" ".repeat(indent) + line);
  }

  /** Returns the index of a text outside of all brackets and literals, or -1. */
  private static int topLevel(String text, String wanted, int from) {
    Brackets brackets = new Brackets();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += brackets.change(text, i);
      if (depth == 0 && i >= from && !brackets.inLiteral() && text.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Counts brackets outside of literals. */
  static final class Brackets {

    private char quote;
    private boolean escaped;

    boolean inLiteral() {
      return quote != 0;
    }

    /** Returns 1 for an opening bracket, -1 for a closing one, otherwise 0. */
    int change(String text, int index) {
      char c = text.charAt(index);
      if (quote != 0) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == quote) {
          quote = 0;
        }
        return 0;
      }
      if (c == '"' || c == '\'') {
        quote = c;
        return 0;
      }
      boolean arrow = c == '>' && index > 0 && text.charAt(index - 1) == '-';
      return switch (c) {
        case '(', '{', '[', '<' -> index == text.length() - 1 ? 0 : 1;
        case ')', '}', ']', '>' -> arrow ? 0 : -1;
        default -> 0;
      };
    }
  }
}
