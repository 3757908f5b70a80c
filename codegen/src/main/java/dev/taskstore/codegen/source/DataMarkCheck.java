package dev.taskstore.codegen.source;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemCollector;
import dev.taskstore.codegen.problem.ProblemKind;
import java.util.List;

/** Finds marks of personal data that mark nothing: a column without its mark is logged. */
final class DataMarkCheck {

  private DataMarkCheck() {}

  static void check(List<DataMark> marks, Catalog catalog, ProblemCollector problems) {
    for (DataMark mark : marks) {
      mark.problem().ifPresent(problem -> refuse(problems, mark, problem));
      for (DataMark.Column column : mark.columns()) {
        if (!exists(catalog, column)) {
          refuse(problems, mark, "The column " + column + " does not exist; correct or remove it.");
        }
      }
    }
    List<DataMark.Column> contradictory = DataMark.contradictory(marks);
    for (DataMark.Column column : contradictory) {
      marks.stream()
          .filter(mark -> mark.columns().contains(column))
          .findFirst()
          .ifPresent(
              mark ->
                  refuse(
                      problems, mark, "The column " + column + " has two categories; remove one."));
    }
  }

  private static boolean exists(Catalog catalog, DataMark.Column column) {
    return catalog.tables().stream()
        .filter(table -> table.name().equals(column.table()))
        .flatMap(table -> table.columns().stream())
        .anyMatch(found -> found.name().equals(column.name()));
  }

  private static void refuse(ProblemCollector problems, DataMark mark, String problem) {
    problems.add(
        Problem.of(
            ProblemKind.DATA_MARK,
            "The comment of "
                + mark.changeSet().describe()
                + " has an invalid mark \""
                + mark.written()
                + "\": "
                + problem));
  }
}
