package dev.taskstore.transfer.report;

import java.util.List;

/** The tables of a report for people: a line for each. */
final class TableLines {

  private TableLines() {}

  static void append(StringBuilder text, List<TableCounts> tables) {
    int width = tables.stream().mapToInt(table -> table.table().length()).max().orElse(0);
    for (TableCounts table : tables) {
      text.append(table.table()).append(" ".repeat(width - table.table().length()));
      if (table.isEqual()) {
        text.append("  equal      ")
            .append(CopyReportText.number(table.sourceRows()))
            .append(" rows  sha256 ")
            .append(table.sourceSha256())
            .append('\n');
      } else {
        text.append("  DIFFERENT  ")
            .append(CopyReportText.number(table.sourceRows()))
            .append(" and ")
            .append(CopyReportText.number(table.targetRows()))
            .append(" rows  sha256 ")
            .append(table.sourceSha256())
            .append(" and ")
            .append(table.targetSha256())
            .append('\n');
      }
    }
  }
}
