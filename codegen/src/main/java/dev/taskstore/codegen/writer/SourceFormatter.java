package dev.taskstore.codegen.writer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Formats generated sources in the style of google-java-format: indentation of 2, continuation of
 * 4, lines of at most 100 characters. google-java-format itself needs JVM options that a Maven
 * plugin cannot set.
 *
 * <p>Requires the line breaks that the generators write: a line ends after a statement, an opening
 * brace, an annotation or a constant of an enum, or in the middle of an expression.
 */
final class SourceFormatter {

  private static final int INDENT = 2;
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^()]*\\))?");
  private static final Pattern ENUM_CONSTANT = Pattern.compile("_?[A-Z0-9][A-Z0-9_]*(\\(.*\\))?,");
  private static final Pattern TYPE_BEGIN =
      Pattern.compile(
          "(?:[a-z ]*\\b(?:class|interface|enum|record) .*|extends .*|implements .*)\\{");

  private final Deque<String> input = new ArrayDeque<>();
  private final List<String> output = new ArrayList<>();
  private int depth;
  private int typeDepth;

  private SourceFormatter(String source) {
    source.lines().map(String::strip).forEach(input::add);
  }

  static String format(String source) {
    if (source.contains("\"\"\"")) {
      return source;
    }
    SourceFormatter formatter = new SourceFormatter(source);
    formatter.run();
    return String.join("\n", formatter.output) + "\n";
  }

  private void run() {
    while (!input.isEmpty()) {
      String line = input.peek();
      if (line.isEmpty()) {
        input.remove();
        blank();
      } else if (line.startsWith("/*")) {
        comment();
      } else if (line.startsWith("//")) {
        add(input.remove());
      } else if (line.startsWith("import ")) {
        imports();
      } else {
        statement();
      }
    }
    while (!output.isEmpty() && output.get(output.size() - 1).isEmpty()) {
      output.remove(output.size() - 1);
    }
  }

  private void blank() {
    if (!output.isEmpty() && !output.get(output.size() - 1).isEmpty()) {
      output.add("");
    }
  }

  private void add(String text) {
    output.add(" ".repeat(depth * INDENT) + text);
  }

  private void imports() {
    TreeSet<String> statics = new TreeSet<>();
    TreeSet<String> types = new TreeSet<>();
    while (input.peek() != null && (input.peek().isEmpty() || input.peek().startsWith("import "))) {
      String line = input.remove();
      if (line.startsWith("import static ")) {
        statics.add(line);
      } else if (!line.isEmpty()) {
        types.add(line);
      }
    }
    output.addAll(statics);
    if (!statics.isEmpty()) {
      output.add("");
    }
    output.addAll(types);
    output.add("");
  }

  private void comment() {
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = input.remove();
      lines.add(line);
    } while (!line.endsWith("*/"));
    if (!lines.get(0).equals("/**") || String.join("", lines).contains("<pre")) {
      lines.forEach(each -> add(each.startsWith("*") ? " " + each : each));
      return;
    }
    List<String> text = wrapped(lines.subList(1, lines.size() - 1));
    if (text.size() == 1
        && !text.get(0).startsWith("@")
        && depth * INDENT + "/**  */".length() + text.get(0).length() <= StatementLayout.WIDTH) {
      add("/** " + text.get(0) + " */");
      return;
    }
    add("/**");
    text.forEach(each -> add(each.isEmpty() ? " *" : " * " + each));
    add(" */");
  }

  /** Fills the lines of each paragraph and tag. */
  private List<String> wrapped(List<String> lines) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : lines) {
      String text = line.substring(1).strip();
      if (text.isEmpty() || text.startsWith("@") || text.startsWith("<p>")) {
        wrap(paragraph, wrapped);
      }
      if (text.isEmpty()) {
        wrapped.add("");
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
      }
    }
    wrap(paragraph, wrapped);
    return wrapped;
  }

  private void wrap(StringBuilder paragraph, List<String> lines) {
    int width = StatementLayout.WIDTH - depth * INDENT - " * ".length();
    boolean isTag = paragraph.indexOf("@") == 0;
    String line = "";
    for (String word : paragraph.toString().split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line);
        line = isTag ? "    " + word : word;
      } else {
        line = line.isEmpty() ? word : line + " " + word;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    paragraph.setLength(0);
  }

  private void statement() {
    StringBuilder text = new StringBuilder(input.remove());
    while (!isComplete(text) && input.peek() != null) {
      String next = input.remove();
      boolean joined =
          text.toString().endsWith("(") || next.startsWith(".") || next.startsWith(")");
      text.append(joined || next.isEmpty() ? "" : " ").append(next);
    }
    String statement = compactBraces(text.toString());
    if (statement.endsWith("{") && "}".equals(input.peek())) {
      input.remove();
      statement += "}";
    }
    int change = braces(statement);
    boolean isBody = statement.endsWith("{") || statement.endsWith("{}");
    if (isBody && depth == typeDepth && output.get(output.size() - 1).endsWith(";")) {
      blank();
    }
    int indent = statement.startsWith("}") ? depth - 1 : depth;
    output.addAll(StatementLayout.of(indent * INDENT, statement));
    depth += change;
    if (change > 0 && TYPE_BEGIN.matcher(statement).matches()) {
      typeDepth++;
      output.add("");
    } else if (change < 0 || statement.endsWith("{}")) {
      typeDepth = Math.min(typeDepth, depth);
      separateMembers();
    }
  }

  private void separateMembers() {
    String next = input.peek();
    if (depth == typeDepth && next != null && !next.startsWith("}")) {
      blank();
    }
  }

  private static boolean isComplete(CharSequence text) {
    String line = text.toString();
    if (line.endsWith("{") || ANNOTATION.matcher(line).matches()) {
      return true;
    }
    return (line.endsWith(";") || line.endsWith("}") || ENUM_CONSTANT.matcher(line).matches())
        && parentheses(line) == 0;
  }

  /** Removes blanks inside the braces of an array. */
  private static String compactBraces(String line) {
    StringBuilder compact = new StringBuilder();
    StatementLayout.Brackets brackets = new StatementLayout.Brackets();
    for (int i = 0; i < line.length(); i++) {
      brackets.change(line, i);
      char c = line.charAt(i);
      boolean inside =
          c == ' '
              && !brackets.inLiteral()
              && i + 1 < line.length()
              && ((compact.charAt(compact.length() - 1) == '{') || line.charAt(i + 1) == '}');
      if (!inside) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  private static int parentheses(String line) {
    return count(line, '(', ')');
  }

  private static int braces(String line) {
    return count(line, '{', '}');
  }

  private static int count(String line, char open, char close) {
    StatementLayout.Brackets brackets = new StatementLayout.Brackets();
    int count = 0;
    for (int i = 0; i < line.length(); i++) {
      brackets.change(line, i);
      if (!brackets.inLiteral()) {
        count += line.charAt(i) == open ? 1 : line.charAt(i) == close ? -1 : 0;
      }
    }
    return count;
  }
}
