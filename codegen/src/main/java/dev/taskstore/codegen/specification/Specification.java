package dev.taskstore.codegen.specification;

/**
 * The specification of a database.
 *
 * @param document the document, in Markdown
 * @param diagram the entity relationship diagram, in SVG
 */
public record Specification(String document, String diagram) {}
