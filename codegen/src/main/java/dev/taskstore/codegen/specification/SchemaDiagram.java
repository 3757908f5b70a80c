package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.specification.diagram.Box;
import dev.taskstore.codegen.specification.diagram.Link;
import dev.taskstore.codegen.specification.diagram.SvgWriter;
import java.util.List;

/** The entity relationship diagram as an SVG file. */
final class SchemaDiagram {

  private SchemaDiagram() {}

  static String svg(String title, SchemaFacts schema) {
    List<String> names = schema.tables().stream().map(TableFacts::name).toList();
    return SvgWriter.write(
        title + ": entity relationship diagram",
        "PK primary key \u00b7 FK foreign key \u00b7 UK unique \u00b7 ? may be null \u00b7 types of "
            + schema.typesOf(),
        schema.tables().stream().map(table -> box(schema, table)).toList(),
        Relationship.all(schema).stream().map(link -> link(schema, names, link)).toList());
  }

  private static Box box(SchemaFacts schema, TableFacts table) {
    return new Box(
        table.name(),
        table.columns().stream()
            .map(
                column ->
                    new Box.Row(
                        String.join(" ", MermaidDiagram.keys(table, column.name())),
                        column.name(),
                        column.types().getOrDefault(schema.typesOf(), "")
                            + (column.nullable() ? "?" : "")))
            .toList());
  }

  private static Link link(SchemaFacts schema, List<String> names, Relationship relationship) {
    String parent = relationship.reference().table();
    TableFacts child = relationship.child();
    return new Link(
        names.indexOf(child.name()),
        row(child, relationship.reference().columns().get(0)),
        names.indexOf(parent),
        row(schema.table(parent), relationship.reference().referencedColumns().get(0)),
        relationship.one(),
        relationship.optional());
  }

  private static int row(TableFacts table, String column) {
    return table.columns().indexOf(table.column(column));
  }
}
