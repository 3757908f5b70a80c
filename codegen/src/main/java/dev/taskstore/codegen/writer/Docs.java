package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.Names;
import dev.taskstore.codegen.schema.TableModel;
import java.util.List;

/** Text for Javadoc. Remarks are plain text: characters that are Javadoc markup are escaped. */
final class Docs {

  private static final int WIDTH = 96;
  private static final String CONTINUATION = "    ";

  private Docs() {}

  /** Returns paragraphs and tags, each wrapped, with a {@code <p>} before each new paragraph. */
  static CodeBlock of(String summary, String... parts) {
    StringBuilder text = new StringBuilder(wrap(summary, ""));
    boolean tags = false;
    for (String part : parts) {
      if (part.startsWith("@")) {
        text.append(tags ? "\n" : "\n\n").append(wrap(part, CONTINUATION));
        tags = true;
      } else {
        text.append("\n\n").append(wrap("<p>" + part, ""));
      }
    }
    return CodeBlock.of("$L\n", text);
  }

  static CodeBlock of(String summary, List<String> parts) {
    return of(summary, parts.toArray(String[]::new));
  }

  static String table(TableModel table) {
    return table.remark().isEmpty()
        ? "A row of the table {@code " + table.name() + "}."
        : sentence(escape(table.remark()));
  }

  static String column(ColumnModel column) {
    return column.remark().isEmpty()
        ? "the value of {@code " + column.name() + "}"
        : escape(column.remark());
  }

  static String parameter(ColumnModel column) {
    return "@param "
        + column.property()
        + " "
        + column(column)
        + (column.nullable() && column.remark().isEmpty() ? ", or null" : "");
  }

  /** Returns the name of a model in a sentence. */
  static String model(TableModel table) {
    return Names.phrase(table.modelName());
  }

  static String plural(TableModel table) {
    return Names.phrase(Names.plural(table.modelName()));
  }

  static String article(String phrase) {
    return "aeio".indexOf(phrase.charAt(0)) >= 0 ? "an " + phrase : "a " + phrase;
  }

  static String escape(String remark) {
    return remark
        .replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }

  private static String sentence(String text) {
    return text.matches(".*[.!?]") ? text : text + ".";
  }

  private static String wrap(String text, String continuation) {
    StringBuilder wrapped = new StringBuilder();
    int width = 0;
    for (String word : text.split(" ")) {
      if (width > 0 && width + 1 + word.length() > WIDTH) {
        wrapped.append('\n').append(continuation);
        width = continuation.length();
      } else if (width > 0) {
        wrapped.append(' ');
        width++;
      }
      wrapped.append(word);
      width += word.length();
    }
    return wrapped.toString();
  }
}
