package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.Location;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;

/**
 * Creates the exceptions for columns of one table that cannot be generated.
 *
 * @param places finds the changesets of the columns
 * @param table the name of the table
 */
record ColumnProblems(Places places, String table) {

  GenerationException rejected(
      CatalogColumn column, ProblemKind kind, String reason, Advice advice) {
    return new GenerationException(new Problem(kind, place(column), reason, advice));
  }

  Location place(CatalogColumn column) {
    return places.column(table, column.name());
  }
}
