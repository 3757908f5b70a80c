package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresTransferSupport.literal;
import static dev.taskstore.dialect.postgres.PostgresTransferSupport.quoted;

import dev.taskstore.db.spi.AuditTriggers.Column;
import dev.taskstore.db.spi.AuditTriggers.Form;
import dev.taskstore.db.spi.AuditTriggers.Table;
import dev.taskstore.db.spi.DecimalBytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The statements of the trigger function of a table: the JSON of a row's values. */
final class PostgresAuditText {

  private static final String MICROS = "(round(extract(epoch FROM %s) * 1000000)::bigint)::text";

  private final Table table;
  private final String entries;
  private final String actor;

  /**
   * Creates the statements.
   *
   * @param entries the qualified name of the table of the entries
   * @param actor the expression of the actor
   */
  PostgresAuditText(Table table, String entries, String actor) {
    this.table = table;
    this.entries = entries;
    this.actor = actor;
  }

  /** Returns the body of the function, which all triggers of the table share. */
  String body(String refusal) {
    return """

    BEGIN
      IF TG_OP = 'INSERT' THEN
        %1$s
          SELECT %2$s FROM new_rows r;
      ELSIF TG_OP = 'UPDATE' THEN
        IF %3$s THEN
          %1$s
            VALUES (%4$s);
        END IF;
      ELSIF TG_OP = 'DELETE' THEN
        %1$s
          VALUES (%5$s);
      ELSE
        %6$s
      END IF;
      RETURN NULL;
    END
    """
        .formatted(
            "INSERT INTO "
                + entries
                + " (table_name, row_key, operation, actor, changed_at, old_values, new_values,"
                + " hidden_columns)",
            entry("r.", "insert", "NULL", all("r."), "NULL"),
            table.columns().stream()
                .map(PostgresAuditText::differs)
                .collect(Collectors.joining(" OR ")),
            entry("OLD.", "update", changed("OLD."), changed("NEW."), hidden()),
            entry("OLD.", "delete", all("OLD."), "NULL", "NULL"),
            refusal);
  }

  private String entry(String row, String operation, String old, String changed, String hidden) {
    return String.join(
        ", ",
        literal(table.name()),
        key(row),
        literal(operation),
        actor,
        "statement_timestamp()",
        old,
        changed,
        hidden);
  }

  private static String differs(Column column) {
    // JSON has no equality.
    String type = column.form() == Form.TEXT ? "::text" : "";
    return "OLD.%1$s%2$s IS DISTINCT FROM NEW.%1$s%2$s".formatted(quoted(column.name()), type);
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
    return object(
        columns(Column::isKept).stream()
            .map(column -> whereChanged(column, member(row, column)))
            .collect(Collectors.joining(" || ")));
  }

  private static String whereChanged(Column column, String text) {
    return "CASE WHEN " + differs(column) + " THEN " + text + " ELSE '' END";
  }

  private static String object(String members) {
    return "'{' || substr(" + members + ", 2) || '}'";
  }

  private String hidden() {
    List<Column> hidden = columns(column -> !column.isKept());
    if (hidden.isEmpty()) {
      return "NULL";
    }
    return "'[' || substr("
        + hidden.stream()
            .map(column -> whereChanged(column, literal("," + json(column.name()))))
            .collect(Collectors.joining(" || "))
        + ", 2) || ']'";
  }

  private static String member(String row, Column column) {
    return literal("," + json(column.name()) + ":") + " || " + value(row, column);
  }

  private static String json(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String value(String row, Column column) {
    String value = row + quoted(column.name());
    String json =
        switch (column.form()) {
          case TEXT -> "to_json(" + value + "::text)::text";
          case INTEGER, BOOLEAN -> value + "::text";
          case DECIMAL -> value + "::numeric(38, " + column.scale() + ")::text";
          case INSTANT, TIMESTAMP, TIME -> MICROS.formatted(value);
          case LARGE_DECIMAL -> largeDecimal(value, column);
          case FLOATING_POINT -> "to_json(" + value + ")::text";
          case DATE -> "(" + value + " - DATE '1970-01-01')::text";
          case UUID -> "'\"' || " + value + "::text || '\"'";
          case BYTES -> "'\"' || encode(" + value + ", 'hex') || '\"'";
        };
    return "coalesce(" + json + ", 'null')";
  }

  /** The bytes of the unscaled value plus half of its range, in groups of four. */
  private static String largeDecimal(String value, Column column) {
    int length = DecimalBytes.length(column.precision());
    String positive =
        "(%s * %s + %s)"
            .formatted(
                value,
                BigInteger.TEN.pow(column.scale()),
                BigInteger.ONE.shiftLeft(length * Byte.SIZE - 1));
    List<String> groups = new ArrayList<>();
    for (int end = length; end > 0; end -= Integer.BYTES) {
      int bytes = Math.min(end, Integer.BYTES);
      BigInteger unit = BigInteger.ONE.shiftLeft((length - end) * Byte.SIZE);
      groups.add(
          0,
          "lpad(to_hex((div(%s, %s) %% 4294967296)::bigint), %d, '0')"
              .formatted(positive, unit, bytes * 2));
    }
    return "'\"' || " + String.join(" || ", groups) + " || '\"'";
  }
}
