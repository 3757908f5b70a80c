package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the rows that the changelog inserts. */
final class SampleDataSection {

  private static final int MAXIMUM_ROWS = 20;
  private static final int MAXIMUM_LENGTH = 60;

  private final MarkdownDocument document;
  private final SampleRows plain;
  private final SampleRows sample;

  private SampleDataSection(MarkdownDocument document, SampleRows plain, SampleRows sample) {
    this.document = document;
    this.plain = plain;
    this.sample = sample;
  }

  static void write(
      MarkdownDocument document,
      Catalog catalog,
      String context,
      SampleRows plain,
      SampleRows sample,
      Fragments fragments) {
    document.section("Sample data");
    SampleDataSection section = new SampleDataSection(document, plain, sample);
    fragments.text("sample-data").ifPresent(document::paragraph);
    int tables = 0;
    for (CatalogTable table : catalog.tables()) {
      tables += section.rows(table, context);
    }
    if (tables == 0) {
      document.paragraph(
          "None: no changeset of the context " + codeSpan(context) + " inserts a row.");
    }
  }

  /** Writes the rows of a table, and returns the number of tables with rows: 0 or 1. */
  private int rows(CatalogTable table, String context) {
    Set<List<Optional<String>>> always = new HashSet<>(plain.of(table));
    List<List<Optional<String>>> all = sample.of(table);
    if (all.isEmpty()) {
      return 0;
    }
    document.heading(codeSpan(table.name()) + " in the sample data");
    document.paragraph(origin(all, always, context));
    document.table(
        table.columns().stream().map(column -> codeSpan(column.name())).toList(),
        all.stream().limit(MAXIMUM_ROWS).map(SampleDataSection::cells).toList());
    return 1;
  }

  private static String origin(
      List<List<Optional<String>>> all, Set<List<Optional<String>>> always, String context) {
    long added = all.stream().filter(row -> !always.contains(row)).count();
    String rows = all.size() + (all.size() == 1 ? " row" : " rows");
    String shown = all.size() > MAXIMUM_ROWS ? ", of which " + MAXIMUM_ROWS + " are shown" : "";
    if (added == 0) {
      return rows + shown + ", in every database.";
    }
    return rows
        + shown
        + ", "
        + (added == all.size() ? "" : added + " of them ")
        + "inserted in the context "
        + codeSpan(context)
        + " only.";
  }

  private static List<String> cells(List<Optional<String>> row) {
    return row.stream()
        .map(
            value ->
                value
                    .map(
                        text -> text.isEmpty() ? "_empty text_" : MarkdownDocument.plain(cut(text)))
                    .orElse(""))
        .toList();
  }

  private static String cut(String value) {
    int length = value.codePointCount(0, value.length());
    return length <= MAXIMUM_LENGTH
        ? value
        : value.substring(0, value.offsetByCodePoints(0, MAXIMUM_LENGTH)) + "…";
  }
}
