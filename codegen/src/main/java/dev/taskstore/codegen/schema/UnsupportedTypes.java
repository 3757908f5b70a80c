package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.problem.Advice;

/** Names alternatives to types that dialects store differently. */
final class UnsupportedTypes {

  private UnsupportedTypes() {}

  static Advice insteadOf(String table, CatalogColumn column) {
    CatalogType type = column.type();
    String name = type.name();
    if (name.startsWith("TIMESTAMP")) {
      return Advice.type("timestamp with time zone", "${type.instant}");
    }
    if (name.startsWith("CHAR")) {
      int length = type.length().orElse(1);
      return Advice.type(
          "varchar(" + length + ")",
          "${type.text} CONSTRAINT ck_%s_%s_length CHECK (length(%s) <= %d)"
              .formatted(table, column.name(), column.name(), length));
    }
    if (name.startsWith("INTERVAL")) {
      return Advice.type("bigint", "${type.duration}");
    }
    if (name.endsWith("ARRAY")) {
      return withAlternative(
          Advice.type("json", "${type.json}"), "create a table with a row for each element");
    }
    return switch (name) {
      // Databases treat NaN, negative zero and the number of digits differently.
      case "DECFLOAT", "REAL", "FLOAT", "DOUBLE PRECISION" ->
          Advice.type("decimal(18,6)", "${type.decimal(18,6)}");
      case "TIME WITH TIME ZONE" -> Advice.type("time", "${type.time}");
      case "BINARY" -> Advice.type("varbinary", "${type.binary}");
      case "ENUM" ->
          withAlternative(
              Advice.type("text", "${type.text}"),
              "add a named CHECK ("
                  + column.name()
                  + " IN (...)), from which the enum is generated");
      default ->
          withAlternative(
              Advice.type("text", "${type.text}"),
              "use uuid, boolean, smallint, int, bigint, decimal(p,s), date, time, timestamp with"
                  + " time zone, varchar(n), blob or json");
    };
  }

  private static Advice withAlternative(Advice advice, String alternative) {
    return new Advice(alternative + "; or " + advice.sentence(), advice.attributes(), advice.sql());
  }
}
