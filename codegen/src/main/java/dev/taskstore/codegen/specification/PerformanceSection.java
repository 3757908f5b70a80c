package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;
import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpans;

import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.specification.TableFacts.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the section on indexes, queries, caches and partitions. */
final class PerformanceSection {

  private PerformanceSection() {}

  static void write(MarkdownDocument document, SchemaFacts schema, Fragments fragments) {
    document.section("Performance");
    document.heading("Index strategy");
    document.paragraph(
        fragments.textOrNotice("performance-index-strategy", "the strategy behind the indexes"));
    document.bullets(facts(schema));
    document.heading("Query optimization");
    document.paragraph(
        fragments.textOrNotice("performance-query-optimization", "how queries are kept fast"));
    document.heading("Caching");
    document.paragraph(fragments.textOrNotice("performance-caching", "caching"));
    document.heading("Partitioning");
    document.paragraph(fragments.textOrNotice("performance-partitioning", "partitioning"));
  }

  private static List<String> facts(SchemaFacts schema) {
    List<String> facts = new ArrayList<>();
    List<Index> indexes = schema.tables().stream().flatMap(t -> t.indexes().stream()).toList();
    long partial = indexes.stream().filter(index -> !index.predicate().isEmpty()).count();
    facts.add(
        "Indexes beside those of keys: "
            + indexes.size()
            + ", of which "
            + partial
            + (partial == 1 ? " is" : " are")
            + " partial.");
    List<String> bare =
        schema.tables().stream().flatMap(PerformanceSection::bareReferences).toList();
    facts.add(
        bare.isEmpty()
            ? "Every foreign key is the beginning of an index, so that deleting a parent finds its"
                + " children without a scan."
            : "No index begins with these foreign keys, so that deleting a parent scans the table of"
                + " its children: "
                + bare.stream().collect(Collectors.joining(", "))
                + ".");
    return facts;
  }

  private static Stream<String> bareReferences(TableFacts table) {
    return table.references().stream()
        .filter(reference -> !indexed(table, reference))
        .map(reference -> codeSpan(table.name()) + " (" + codeSpans(reference.columns()) + ")");
  }

  private static boolean indexed(TableFacts table, CatalogForeignKey reference) {
    List<List<String>> indexed = new ArrayList<>();
    table.primaryKey().ifPresent(key -> indexed.add(key.columns()));
    table.uniqueKeys().forEach(key -> indexed.add(key.columns()));
    table.indexes().stream()
        .filter(index -> index.predicate().isEmpty())
        .forEach(index -> indexed.add(index.columns()));
    int width = reference.columns().size();
    return indexed.stream()
        .filter(columns -> columns.size() >= width)
        .anyMatch(columns -> columns.subList(0, width).containsAll(reference.columns()));
  }
}
