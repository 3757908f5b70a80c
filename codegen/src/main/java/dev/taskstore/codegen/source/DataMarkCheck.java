package dev.taskstore.codegen.source;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.DataMark;
import java.util.List;

/** Rejects marks of personal data that mark nothing: a column without its mark is logged. */
final class DataMarkCheck {

  private DataMarkCheck() {}

  static void check(List<DataMark> marks, Catalog catalog) {
    for (DataMark mark : marks) {
      mark.problem().ifPresent(problem -> refuse(mark, problem));
      for (DataMark.Column column : mark.columns()) {
        if (!exists(catalog, column)) {
          refuse(mark, "The column " + column + " does not exist; correct or remove it.");
        }
      }
    }
    List<DataMark.Column> contradictory = DataMark.contradictory(marks);
    for (DataMark mark : marks) {
      mark.columns().stream()
          .filter(contradictory::contains)
          .findFirst()
          .ifPresent(
              column -> refuse(mark, "The column " + column + " has two categories; remove one."));
    }
  }

  private static boolean exists(Catalog catalog, DataMark.Column column) {
    return catalog.tables().stream()
        .filter(table -> table.name().equals(column.table()))
        .flatMap(table -> table.columns().stream())
        .anyMatch(found -> found.name().equals(column.name()));
  }

  private static void refuse(DataMark mark, String problem) {
    throw new GenerationException(
        "The comment of "
            + mark.changeSet().describe()
            + " has an invalid mark \""
            + mark.written()
            + "\": "
            + problem);
  }
}
