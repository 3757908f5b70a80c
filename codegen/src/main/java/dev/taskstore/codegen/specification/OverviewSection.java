package dev.taskstore.codegen.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes the purpose of the database, its engines and its tables. */
final class OverviewSection {

  private OverviewSection() {}

  static void write(
      MarkdownDocument document,
      SchemaFacts schema,
      SpecificationConfiguration configuration,
      int changeSets,
      Fragments fragments) {
    document.section("Overview");
    document.paragraph(fragments.textOrNotice("overview", "the purpose of this database"));
    document.heading("Engines and versions");
    document.table(List.of("engine or library", "version"), versions(schema, configuration));
    document.heading("At a glance");
    document.table(
        List.of("table", "what a row is", "columns", "foreign keys", "indexes"),
        schema.tables().stream()
            .map(
                table ->
                    List.of(
                        "[" + MarkdownDocument.codeSpan(table.name()) + "](#" + anchor(table) + ")",
                        remark(table),
                        String.valueOf(table.columns().size()),
                        String.valueOf(table.references().size()),
                        String.valueOf(
                            table.indexes().size()
                                + table.uniqueKeys().size()
                                + (table.primaryKey().isPresent() ? 1 : 0))))
            .toList());
    document.paragraph(
        "Made by "
            + changeSets
            + " changesets of `"
            + configuration.changelog()
            + "`, those of every context counted. The indexes of primary keys and unique"
            + " constraints are counted too.");
  }

  private static String anchor(TableFacts table) {
    return MarkdownDocument.anchor(table.name());
  }

  private static String remark(TableFacts table) {
    return table.remark().isEmpty() ? "_no remark_" : MarkdownDocument.plain(table.remark());
  }

  private static List<List<String>> versions(
      SchemaFacts schema, SpecificationConfiguration configuration) {
    SortedMap<String, String> versions = configuration.versions();
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String database : schema.databases()) {
      ordered.put(database, versions.getOrDefault(database, "_not said_"));
    }
    versions.forEach(ordered::putIfAbsent);
    List<List<String>> rows = new ArrayList<>();
    ordered.forEach((name, version) -> rows.add(List.of(name, version)));
    return rows;
  }
}
