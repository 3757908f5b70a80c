package dev.taskstore.codegen.schema;

/** Names alternatives to types that dialects store differently. */
final class UnsupportedTypes {

  private UnsupportedTypes() {}

  static String insteadOf(String type) {
    if (type.startsWith("TIMESTAMP")) {
      return "timestamp with time zone";
    }
    if (type.startsWith("CHAR")) {
      return "varchar with a CHECK for its length";
    }
    if (type.startsWith("INTERVAL")) {
      return "bigint with the number of units, or ${type.duration}";
    }
    if (type.endsWith("ARRAY")) {
      return "a table with a row for each element";
    }
    return switch (type) {
      case "NUMERIC WITHOUT PRECISION" -> "numeric(p, s) with at most 18 digits";
      // Databases treat NaN, negative zero and the number of digits differently.
      case "REAL", "FLOAT", "DOUBLE PRECISION" ->
          "numeric(p, s) with at most 18 digits, or varchar with a columnTypes converter";
      case "TIME WITH TIME ZONE" -> "time, or timestamp with time zone";
      case "BINARY" -> "binary varying with a CHECK for its octet_length";
      case "ENUM" -> "varchar with a CHECK (column IN (...))";
      default ->
          "uuid, varchar, boolean, smallint, integer, bigint, numeric(p, s), date, time,"
              + " timestamp with time zone, binary varying or json";
    };
  }
}
