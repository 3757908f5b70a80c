package dev.taskstore.codegen.specification;

import java.util.ArrayList;
import java.util.List;

/** Writes the entity relationship diagram for Mermaid, which GitHub renders. */
final class MermaidDiagram {

  private final SchemaFacts schema;
  private final StringBuilder text = new StringBuilder("erDiagram\n");

  private MermaidDiagram(SchemaFacts schema) {
    this.schema = schema;
  }

  static String of(SchemaFacts schema) {
    MermaidDiagram diagram = new MermaidDiagram(schema);
    Relationship.all(schema).forEach(diagram::relationship);
    schema.tables().forEach(diagram::entity);
    return diagram.text.toString();
  }

  private void relationship(Relationship relationship) {
    text.append("  ")
        .append(quoted(relationship.reference().table()))
        .append(relationship.optional() ? " |o--" : " ||--")
        .append(relationship.one() ? "o| " : "o{ ")
        .append(quoted(relationship.child().name()))
        .append(" : ")
        .append(quoted(String.join(", ", relationship.reference().columns())))
        .append('\n');
  }

  private void entity(TableFacts table) {
    text.append("  ").append(quoted(table.name())).append(" {\n");
    for (ColumnFacts column : table.columns()) {
      text.append("    ")
          .append(word(column.types().getOrDefault(schema.typesOf(), "unknown")))
          .append(' ')
          .append(word(column.name()));
      List<String> keys = keys(table, column.name());
      if (!keys.isEmpty()) {
        text.append(' ').append(String.join(", ", keys));
      }
      if (column.nullable()) {
        text.append(" \"may be null\"");
      }
      text.append('\n');
    }
    text.append("  }\n");
  }

  /** The marks of a column that is part of a key. */
  static List<String> keys(TableFacts table, String column) {
    List<String> keys = new ArrayList<>();
    if (table.inPrimaryKey(column)) {
      keys.add("PK");
    }
    if (table.refers(column)) {
      keys.add("FK");
    }
    if (table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)))) {
      keys.add("UK");
    }
    return keys;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "") + '"';
  }

  /** Mermaid requires types and names to be one word that starts with a letter. */
  private static String word(String text) {
    String word =
        text.strip().replaceAll("\\s*,\\s*", "-").replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]+", "_");
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "_" + word : word;
  }
}
