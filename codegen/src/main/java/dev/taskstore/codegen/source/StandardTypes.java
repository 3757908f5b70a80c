package dev.taskstore.codegen.source;

import dev.taskstore.codegen.catalog.CatalogType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The standard types that the parameters of {@code types.xml} have, whichever types a database
 * stores them in.
 */
final class StandardTypes {

  private static final int DIGITS = 18;
  private static final int MICROSECONDS = 6;

  private static final Pattern TYPE =
      Pattern.compile(
          "(?<name>[a-z][a-z0-9 ]*?)\\s*(?:\\((?<first>\\d+)(?:\\s*,\\s*(?<second>\\d+))?\\))?"
              + "(?<rest>\\s+with(?:out)? time zone)?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("int", "INTEGER"),
          Map.entry("int2", "SMALLINT"),
          Map.entry("int4", "INTEGER"),
          Map.entry("int8", "BIGINT"),
          Map.entry("text", "CHARACTER VARYING"),
          Map.entry("varchar", "CHARACTER VARYING"),
          Map.entry("clob", "CHARACTER VARYING"),
          Map.entry("char", "CHARACTER"),
          Map.entry("blob", "BINARY VARYING"),
          Map.entry("bytea", "BINARY VARYING"),
          Map.entry("varbinary", "BINARY VARYING"),
          Map.entry("decimal", "NUMERIC"),
          Map.entry("bool", "BOOLEAN"),
          Map.entry("double", "DOUBLE PRECISION"),
          Map.entry("float8", "DOUBLE PRECISION"),
          Map.entry("float4", "REAL"),
          Map.entry("timestamptz", "TIMESTAMP WITH TIME ZONE"),
          Map.entry("datetime", "TIMESTAMP"));

  private StandardTypes() {}

  /** The values of the parameters of {@code types.xml}. */
  static Map<String, String> parameters() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("type.uuid", "uuid");
    types.put("type.instant", "timestamp with time zone");
    types.put("type.date", "date");
    types.put("type.time", "time");
    types.put("type.text", "text");
    types.put("type.json", "json");
    types.put("type.binary", "bytea");
    types.put("type.boolean", "boolean");
    types.put("type.smallint", "smallint");
    types.put("type.integer", "integer");
    types.put("type.bigint", "bigint");
    types.put("type.duration", "interval second");
    types.put("type.identity", "bigint");
    for (int precision = 1; precision <= DIGITS; precision++) {
      for (int scale = 0; scale <= precision; scale++) {
        String size = "(" + precision + "," + scale + ")";
        types.put("type.decimal" + size, "numeric" + size);
      }
    }
    return types;
  }

  /** The type of a column that only its declaration tells; else the type of the database. */
  static CatalogType refined(CatalogType type, String declared) {
    String word = declared.toLowerCase(Locale.ROOT);
    if (type.name().equals("CHARACTER VARYING") && word.equals("json")) {
      return new CatalogType("JSON", OptionalInt.empty(), 0, 0);
    }
    return type.name().equals("BIGINT") && word.equals("interval second")
        ? new CatalogType("INTERVAL SECOND", OptionalInt.empty(), MICROSECONDS, 0)
        : type;
  }

  /** The standard type of a declared type. */
  static CatalogType of(String declared) {
    Matcher type = TYPE.matcher(declared.strip());
    if (!type.matches()) {
      return new CatalogType(declared.toUpperCase(Locale.ROOT), OptionalInt.empty(), 0, 0);
    }
    String rest = type.group("rest") == null ? "" : type.group("rest").strip();
    String written =
        (type.group("name") + (rest.startsWith("without") ? "" : " " + rest))
            .strip()
            .toLowerCase(Locale.ROOT);
    String name = SYNONYMS.getOrDefault(written, written.toUpperCase(Locale.ROOT));
    int first = number(type.group("first"));
    return switch (name) {
      case "CHARACTER VARYING", "CHARACTER", "BINARY VARYING" ->
          new CatalogType(name, first < 0 ? OptionalInt.empty() : OptionalInt.of(first), 0, 0);
      case "NUMERIC" ->
          first < 0
              ? new CatalogType("NUMERIC WITHOUT PRECISION", OptionalInt.empty(), 0, 0)
              : new CatalogType(
                  name, OptionalInt.empty(), first, Math.max(0, number(type.group("second"))));
      case "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "INTERVAL SECOND" ->
          new CatalogType(name, OptionalInt.empty(), first < 0 ? MICROSECONDS : first, 0);
      default -> new CatalogType(name, OptionalInt.empty(), 0, 0);
    };
  }

  private static int number(String digits) {
    return digits == null ? -1 : Integer.parseInt(digits);
  }
}
