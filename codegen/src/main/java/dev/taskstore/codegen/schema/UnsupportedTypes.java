package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.problem.Advice;

/** Names alternatives to types that dialects store differently. */
final class UnsupportedTypes {

  private UnsupportedTypes() {}

  static Advice insteadOf(CatalogColumn column) {
    String name = column.type().name();
    if (name.startsWith("INTERVAL")) {
      return Advice.type("bigint", "${type.duration}");
    }
    if (name.endsWith("ARRAY")) {
      return withAlternative(
          Advice.type("json", "${type.json}"), "create a table with a row for each element");
    }
    return switch (name) {
      case "NUMERIC WITHOUT PRECISION" -> Advice.type("decimal(38,9)", "${type.decimal(38,9)}");
      // Liquibase makes a large object of blob, whose bytes are not in the table.
      case "OID" -> Advice.type("bytea", "${type.binary}");
      case "TIME WITH TIME ZONE" -> Advice.type("time", "${type.time}");
      case "ENUM" ->
          withAlternative(
              Advice.type("text", "${type.text}"),
              "add a named CHECK ("
                  + column.name()
                  + " IN (...)), from which the enum is generated");
      default ->
          withAlternative(
              Advice.type("text", "${type.text}"),
              "use uuid, boolean, smallint, int, bigint, decimal(p,s), real, double, date, time,"
                  + " timestamp, timestamp with time zone, varchar(n), blob, json or jsonb");
    };
  }

  private static Advice withAlternative(Advice advice, String alternative) {
    return new Advice(alternative + "; or " + advice.sentence(), advice.attributes(), advice.sql());
  }
}
