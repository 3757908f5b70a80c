package dev.taskstore.transfer.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of a comparison of two databases. Immutable and thread-safe.
 *
 * @param source the first database
 * @param target the second database
 * @param tables the tables, each after those that it references
 * @param differences the rows that differ; empty if all tables are equal
 */
public record ComparisonReport(
    DatabaseDescription source,
    DatabaseDescription target,
    List<TableCounts> tables,
    List<TableDifference> differences) {

  /** Copies the lists. */
  public ComparisonReport {
    tables = List.copyOf(tables);
    differences = List.copyOf(differences);
  }

  /**
   * Returns whether all rows are equal.
   *
   * @return true if no table differs
   */
  public boolean isEqual() {
    return tables.stream().allMatch(TableCounts::isEqual);
  }

  /**
   * Returns the report as JSON. It contains the keys of rows that differ, and no other values.
   *
   * @return a JSON object
   */
  public String toJson() {
    return JsonText.object(
        json -> {
          json.writeBooleanField("equal", isEqual());
          json.writeStringField("first", source.location());
          json.writeStringField("second", target.location());
          CopyReportJson.tables(tables, json);
          json.writeArrayFieldStart("differences");
          for (TableDifference difference : differences) {
            json.writeStartObject();
            json.writeStringField("table", difference.table());
            json.writeNumberField("missing", difference.missing());
            json.writeNumberField("extra", difference.extra());
            json.writeNumberField("changed", difference.changed());
            json.writeArrayFieldStart("rows");
            for (RowDifference row : difference.first()) {
              json.writeStartObject();
              json.writeStringField("difference", word(row));
              json.writeArrayFieldStart("key");
              for (Object value : row.key()) {
                json.writeString(value == null ? null : value.toString());
              }
              json.writeEndArray();
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String word(RowDifference row) {
    return row.kind().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the report for people. It contains the keys of rows that differ, and no other values.
   *
   * @return lines, the verdict first
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(isEqual() ? "Equal: " : "DIFFERENT: ")
        .append(source.location())
        .append(" and ")
        .append(target.location())
        .append("\n\n");
    TableLines.append(text, tables);
    for (TableDifference difference : differences) {
      text.append('\n')
          .append(difference.table())
          .append(": ")
          .append(CopyReportText.number(difference.missing()))
          .append(" missing, ")
          .append(CopyReportText.number(difference.extra()))
          .append(" extra, ")
          .append(CopyReportText.number(difference.changed()))
          .append(" changed\n");
      for (RowDifference row : difference.first()) {
        text.append("  ").append(word(row)).append(' ').append(key(row)).append('\n');
      }
    }
    return text.toString();
  }

  private static String key(RowDifference row) {
    return row.key().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
