package dev.taskstore.codegen.schema;

/** What to write instead of a type that the dialects do not store alike. */
final class UnsupportedTypes {

  private UnsupportedTypes() {}

  static String insteadOf(String type) {
    if (type.startsWith("TIMESTAMP")) {
      return "timestamp(6) with time zone";
    }
    if (type.startsWith("CHAR")) {
      return "varchar with a CHECK of its length";
    }
    if (type.startsWith("INTERVAL")) {
      return "bigint with the number of units";
    }
    if (type.endsWith("ARRAY")) {
      return "a table with a row for each element";
    }
    return switch (type) {
      case "NUMERIC", "DECIMAL", "DECFLOAT" ->
          "bigint with the smallest unit, or varchar with a columnTypes converter";
      case "REAL", "FLOAT", "DOUBLE PRECISION" ->
          "bigint with a fixed scale, or varchar with a columnTypes converter";
      case "DATE", "TIME", "TIME WITH TIME ZONE" ->
          "varchar in ISO 8601 with a columnTypes converter";
      case "JSON" -> "varchar with a columnTypes converter";
      case "BINARY", "BINARY VARYING" -> "varchar in Base64 with a columnTypes converter";
      case "ENUM" -> "varchar with a CHECK (column IN (...))";
      default -> "uuid, varchar, boolean, smallint, integer, bigint or timestamp(6) with time zone";
    };
  }
}
