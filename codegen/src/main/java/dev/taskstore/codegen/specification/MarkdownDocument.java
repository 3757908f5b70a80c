package dev.taskstore.codegen.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds a document in GitHub's Markdown, with a list of its sections. For one thread. */
final class MarkdownDocument {

  private final List<String> sections = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  MarkdownDocument section(String title) {
    sections.add(title);
    return block("## " + title);
  }

  MarkdownDocument heading(String title) {
    return block("### " + title);
  }

  MarkdownDocument subheading(String title) {
    return block("#### " + title);
  }

  MarkdownDocument paragraph(String paragraph) {
    return block(paragraph);
  }

  MarkdownDocument bullets(List<String> bullets) {
    return bullets.isEmpty()
        ? this
        : block(bullets.stream().map(bullet -> "- " + bullet).collect(Collectors.joining("\n")));
  }

  MarkdownDocument code(String language, String code) {
    // A fence must be longer than any run of backticks in the code.
    String fence = code.contains("```") ? "`````" : "```";
    return block(fence + language + "\n" + code.stripTrailing() + "\n" + fence);
  }

  /** Adds a table; its cells are Markdown. */
  MarkdownDocument table(List<String> header, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(header));
    lines.add(row(Collections.nCopies(header.size(), "---")));
    rows.forEach(row -> lines.add(row(row)));
    return block(String.join("\n", lines));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private MarkdownDocument block(String block) {
    text.append(block).append("\n\n");
    return this;
  }

  /** Returns the document: the beginning, the list of sections and the sections. */
  String document(String beginning) {
    String contents =
        sections.stream()
            .map(title -> "- [" + title + "](#" + anchor(title) + ")\n")
            .collect(Collectors.joining());
    return beginning + "\n" + contents + "\n" + text.toString().stripTrailing() + "\n";
  }

  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  static String codeSpan(String code) {
    if (code.isEmpty()) {
      return "";
    }
    return code.contains("`") ? "`` " + code + " ``" : "`" + code + "`";
  }

  static String codeSpans(List<String> codes) {
    return codes.stream().map(MarkdownDocument::codeSpan).collect(Collectors.joining(", "));
  }

  /** Escapes plain text, such as a remark. */
  static String plain(String remark) {
    return remark
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_\\[\\]~])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
