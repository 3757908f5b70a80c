package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.ddl.DeclaredTable;
import java.util.List;

/** Finds marks of personal data that mark nothing. */
final class DataMarkCheck implements Check {

  @Override
  public void end(Visit visit) {
    List<DataMark.Column> contradictory = DataMark.contradictory(visit.marks());
    for (DataMark mark : visit.marks()) {
      mark.problem().ifPresent(problem -> report(visit, mark, mark.written(), problem));
      for (DataMark.Column column : mark.columns()) {
        if (!exists(visit, column)) {
          report(visit, mark, column.toString(), "The marked column does not exist.");
        } else if (contradictory.contains(column)) {
          report(visit, mark, column.toString(), "The column has two categories.");
        }
      }
    }
  }

  private static boolean exists(Visit visit, DataMark.Column column) {
    return visit.schema().table(column.table()).stream()
        .map(DeclaredTable::columns)
        .flatMap(List::stream)
        .anyMatch(found -> found.name().equals(column.name()));
  }

  private static void report(Visit visit, DataMark mark, String object, String problem) {
    visit.report(LintRule.USELESS_MARK, mark.changeSet(), object, problem);
  }
}
