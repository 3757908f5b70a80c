package dev.taskstore.dialect.sqlite;

import static dev.taskstore.dialect.sqlite.SqliteTransferSupport.quoted;

import dev.taskstore.db.spi.AuditTriggers.Column;
import dev.taskstore.db.spi.AuditTriggers.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The expressions of the triggers of a table: the columns of an entry, with the JSON of a row's
 * values. In SQLite, {@code ||} binds more tightly than arithmetic.
 */
final class SqliteAuditText {

  private static final String NULL = "'null'";

  private final Table table;
  private final String actorAndTime;

  /**
   * Creates the expressions.
   *
   * @param actorAndTime two expressions
   */
  SqliteAuditText(Table table, String actorAndTime) {
    this.table = table;
    this.actorAndTime = actorAndTime;
  }

  String insertValues() {
    return start("NEW.", "insert") + ", NULL, " + all("NEW.") + ", NULL";
  }

  String deleteValues() {
    return start("OLD.", "delete") + ", " + all("OLD.") + ", NULL, NULL";
  }

  String updateValues() {
    return start("OLD.", "update")
        + ", "
        + object(changed("OLD."))
        + ", "
        + object(changed("NEW."))
        + ", "
        + hidden();
  }

  private String start(String row, String operation) {
    return SqliteAuditTriggers.literal(table.name())
        + ", "
        + key(row)
        + ", '"
        + operation
        + "', "
        + actorAndTime;
  }

  /** The collation of a column may consider different texts equal. */
  private static String differs(Column column) {
    return "NEW.%1$s COLLATE BINARY IS NOT OLD.%1$s".formatted(quoted(column.name()));
  }

  String isChanged() {
    return table.columns().stream()
        .map(SqliteAuditText::differs)
        .collect(Collectors.joining(" OR "));
  }

  private String key(String row) {
    return "'[' || "
        + table.key().stream()
            .map(column -> value(row, column))
            .collect(Collectors.joining(" || ',' || "))
        + " || ']'";
  }

  private List<Column> columns(Predicate<Column> which) {
    return table.columns().stream().filter(which).toList();
  }

  /** All kept columns, each of which follows a comma. */
  private String all(String row) {
    return object(
        columns(Column::isKept).stream()
            .map(column -> member(row, column))
            .collect(Collectors.joining(" || ")));
  }

  private String changed(String row) {
    return columns(Column::isKept).stream()
        .map(column -> "iif(" + differs(column) + ", " + member(row, column) + ", '')")
        .collect(Collectors.joining(" || "));
  }

  private static String object(String members) {
    return "'{' || substr(" + members + ", 2) || '}'";
  }

  private String hidden() {
    List<Column> hidden = columns(column -> !column.isKept());
    if (hidden.isEmpty()) {
      return "NULL";
    }
    String names =
        hidden.stream()
            .map(
                column ->
                    "iif(" + differs(column) + ", " + literal("," + json(column.name())) + ", '')")
            .collect(Collectors.joining(" || "));
    return "'[' || substr(" + names + ", 2) || ']'";
  }

  private static String member(String row, Column column) {
    return literal("," + json(column.name()) + ":") + " || " + value(row, column);
  }

  private static String json(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String literal(String text) {
    return SqliteAuditTriggers.literal(text);
  }

  private static String value(String row, Column column) {
    String value = row + quoted(column.name());
    return switch (column.form()) {
      case TEXT, FLOATING_POINT -> "json_quote(" + value + ")";
      case INTEGER, INSTANT, TIMESTAMP, DATE, TIME -> "coalesce(" + value + ", " + NULL + ")";
      case BOOLEAN -> "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END";
      case DECIMAL -> decimal(value, column.scale());
      case UUID -> uuid(value);
      case BYTES, LARGE_DECIMAL ->
          "iif(" + value + " IS NULL, 'null', '\"' || lower(hex(" + value + ")) || '\"')";
    };
  }

  /** {@code hex} of NULL is an empty text. */
  private static String uuid(String value) {
    return "iif("
        + value
        + " IS NULL, 'null', '\"' || lower("
        + part(value, 1, 8)
        + " || '-' || "
        + part(value, 9, 4)
        + " || '-' || "
        + part(value, 13, 4)
        + " || '-' || "
        + part(value, 17, 4)
        + " || '-' || "
        + part(value, 21, 12)
        + ") || '\"')";
  }

  private static String part(String value, int start, int length) {
    return "substr(hex(" + value + "), " + start + ", " + length + ")";
  }

  /** The column contains the number of units of the last digit. */
  private static String decimal(String value, int scale) {
    if (scale == 0) {
      return "coalesce(" + value + ", " + NULL + ")";
    }
    String unit = "1" + "0".repeat(scale);
    return "coalesce(iif(%1$s < 0, '-', '') || (abs(%1$s) / %2$s) || '.' || substr('%3$s' || (abs(%1$s) %% %2$s), -%4$d), 'null')"
        .formatted(value, unit, "0".repeat(scale), scale);
  }
}
