package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;

import java.util.ArrayList;
import java.util.List;

/** Lists the columns that the changelog marks as personal data. */
final class PersonalDataSection {

  private PersonalDataSection() {}

  static void write(MarkdownDocument document, SchemaFacts schema, Fragments fragments) {
    document.section("Personal data");
    List<List<String>> rows = new ArrayList<>();
    for (TableFacts table : schema.tables()) {
      for (ColumnFacts column : table.columns()) {
        column
            .category()
            .ifPresent(
                category ->
                    rows.add(
                        List.of(
                            codeSpan(table.name() + "." + column.name()),
                            category.word(),
                            TablesSection.remark(column))));
      }
    }
    if (rows.isEmpty()) {
      document.paragraph(
          "The changelog marks no column as personal data (`<comment>data:personal"
              + " table.column</comment>`).");
    } else {
      document.table(List.of("column", "category", "description"), rows);
    }
    fragments.text("personal-data").ifPresent(document::paragraph);
  }
}
