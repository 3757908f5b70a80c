package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.merge.Difference;
import dev.taskstore.codegen.merge.MergedSchema;
import java.util.List;
import java.util.Optional;

/** Writes the differences of the selected tables for readers, with their changesets. */
final class DifferenceReport {

  private DifferenceReport() {}

  static List<String> lines(GeneratorConfiguration configuration, MergedSchema schema) {
    return schema.differences().stream()
        .filter(difference -> configuration.selects(difference.table()))
        .map(
            difference ->
                "  "
                    + name(difference)
                    + " of changelog "
                    + origin(schema, difference)
                        .map(ChangeSetKey::describe)
                        .orElse(configuration.changelog())
                    + " "
                    + difference.text())
        .toList();
  }

  private static String name(Difference difference) {
    return difference.column().isEmpty()
        ? "Table " + difference.table()
        : "Column " + difference.table() + "." + difference.column();
  }

  private static Optional<ChangeSetKey> origin(MergedSchema schema, Difference difference) {
    Optional<CatalogTable> table = schema.catalog().table(difference.table());
    return difference.column().isEmpty()
        ? table.flatMap(CatalogTable::createdBy)
        : table
            .flatMap(found -> found.column(difference.column()))
            .flatMap(CatalogColumn::createdBy);
  }
}
