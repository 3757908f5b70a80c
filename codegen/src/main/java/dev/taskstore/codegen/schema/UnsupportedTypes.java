package dev.taskstore.codegen.schema;

/** Names alternatives to types that dialects store differently. */
final class UnsupportedTypes {

  private UnsupportedTypes() {}

  static String insteadOf(String type) {
    if (type.startsWith("INTERVAL")) {
      return "bigint with the number of units, or ${type.duration}";
    }
    if (type.endsWith("ARRAY")) {
      return "a table with a row for each element";
    }
    return switch (type) {
      case "NUMERIC WITHOUT PRECISION" -> "numeric(p, s) with a precision and a scale";
      case "TIME WITH TIME ZONE" -> "time, or timestamp with time zone";
      default ->
          "uuid, varchar, boolean, smallint, integer, bigint, numeric(p, s), real, double"
              + " precision, date, time, timestamp, timestamp with time zone, binary varying or"
              + " json";
    };
  }
}
