package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;
import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpans;

import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.specification.Relationship.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the relationships between tables. */
final class RelationshipsSection {

  private static final Set<String> DEFAULT_ACTIONS = Set.of("NO ACTION", "RESTRICT");

  private RelationshipsSection() {}

  static void write(MarkdownDocument document, SchemaFacts schema, Fragments fragments) {
    document.section("Relationships");
    fragments.text("relationships").ifPresent(document::paragraph);
    List<Relationship> all = Relationship.all(schema);
    document.heading("One to many");
    table(document, all.stream().filter(relationship -> !relationship.one()).toList());
    List<Relationship> toOne = all.stream().filter(Relationship::one).toList();
    if (!toOne.isEmpty()) {
      document.heading("One to one");
      table(document, toOne);
    }
    document.heading("Many to many");
    List<ManyToMany> joined = Relationship.manyToMany(schema);
    if (joined.isEmpty()) {
      document.paragraph("None.");
    } else {
      document.table(
          List.of("one side", "other side", "joined by", "which also holds"),
          joined.stream().map(RelationshipsSection::row).toList());
    }
  }

  private static void table(MarkdownDocument document, List<Relationship> relationships) {
    if (relationships.isEmpty()) {
      document.paragraph("None.");
      return;
    }
    document.table(
        List.of("parent", "child", "foreign key", "parent of a child", "actions"),
        relationships.stream().map(RelationshipsSection::row).toList());
  }

  private static List<String> row(Relationship relationship) {
    CatalogForeignKey reference = relationship.reference();
    String self = reference.table().equals(relationship.child().name()) ? " (itself)" : "";
    return List.of(
        codeSpan(reference.table()) + self,
        codeSpan(relationship.child().name()),
        codeSpans(reference.columns()),
        relationship.optional() ? "none or one" : "exactly one",
        actions(reference));
  }

  private static List<String> row(ManyToMany joined) {
    List<String> keys = new ArrayList<>(joined.first().columns());
    keys.addAll(joined.second().columns());
    String attributes =
        joined.join().columns().stream()
            .map(ColumnFacts::name)
            .filter(column -> !keys.contains(column))
            .map(MarkdownDocument::codeSpan)
            .collect(Collectors.joining(", "));
    return List.of(
        codeSpan(joined.first().table()),
        codeSpan(joined.second().table()),
        codeSpan(joined.join().name()),
        joined.pure() ? "nothing" : attributes);
  }

  /** The actions on rows that reference a deleted or changed row. */
  static String actions(CatalogForeignKey reference) {
    String delete =
        DEFAULT_ACTIONS.contains(reference.onDelete())
            ? "a parent with children cannot be deleted"
            : "on delete " + reference.onDelete().toLowerCase(Locale.ROOT);
    return DEFAULT_ACTIONS.contains(reference.onUpdate())
        ? delete
        : delete + ", on update " + reference.onUpdate().toLowerCase(Locale.ROOT);
  }
}
