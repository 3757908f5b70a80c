package dev.taskstore.codegen.specification;

/** Writes the entity relationship diagram. */
final class DiagramSection {

  private DiagramSection() {}

  static void write(MarkdownDocument document, SchemaFacts schema, String svgFile) {
    document.section("Entity relationship diagram");
    document.paragraph(
        "As a file to open, print or zoom into: ["
            + svgFile
            + "]("
            + svgFile
            + "). Both show the types of "
            + schema.typesOf()
            + ".");
    document.code("mermaid", MermaidDiagram.of(schema));
  }
}
