package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.merge.Difference;
import dev.taskstore.codegen.merge.MergedSchema;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.Optional;

/** Reports the differences of the selected tables, with their changesets. */
final class DifferenceReport {

  private DifferenceReport() {}

  /** Adds a problem for each difference; a repository of such a table can be left out. */
  static void add(
      GeneratorConfiguration configuration, MergedSchema schema, ProblemCollector problems) {
    for (Difference difference : schema.differences()) {
      if (configuration.selects(difference.table())) {
        problems.leaveOut(
            problem(configuration, schema, difference),
            LeftOut.Part.REPOSITORY,
            difference.table(),
            difference.column());
      }
    }
  }

  private static Problem problem(
      GeneratorConfiguration configuration, MergedSchema schema, Difference difference) {
    Optional<ChangeSetKey> origin = origin(schema, difference);
    return new Problem(
        ProblemKind.DIFFERENCE,
        new Location(
            origin.map(ChangeSetKey::file).orElse(configuration.changelog()),
            origin.map(ChangeSetKey::id).orElse(""),
            difference.table(),
            difference.column()),
        difference.text(),
        Advice.of(""));
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
