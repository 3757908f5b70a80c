package dev.taskstore.codegen.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names alternatives to types that dialects store differently. Stateless. */
public final class UnsupportedTypes {

  private static final Pattern TIME_WITH_ZONE =
      Pattern.compile("TIMETZ(\\(\\d+\\))?|TIME\\s*(\\(\\d+\\))?\\s+WITH\\s+TIME\\s+ZONE");
  private static final Pattern INTERVAL = Pattern.compile("INTERVAL\\b.*", Pattern.DOTALL);
  private static final Pattern ARRAY = Pattern.compile(".*(\\bARRAY|])", Pattern.DOTALL);

  private UnsupportedTypes() {}

  /**
   * Returns what to write instead of a type that is not generated.
   *
   * @param type the name of the type in the SQL standard or in PostgreSQL, in any case
   * @param column the name of the column
   * @return the advice
   */
  public static Advice insteadOf(String type, String column) {
    return equivalent(type)
        .orElseGet(
            () ->
                switch (type.toUpperCase(Locale.ROOT)) {
                  case "NUMERIC WITHOUT PRECISION" ->
                      Advice.type("decimal(38,9)", "${type.decimal(38,9)}");
                  // Liquibase makes a large object of blob, whose bytes are not in the table.
                  case "OID" -> Advice.type("bytea", "${type.binary}");
                  case "ENUM" ->
                      withAlternative(
                          Advice.type("text", "${type.text}"),
                          "add a named CHECK ("
                              + column
                              + " IN (...)), from which the enum is generated");
                  default ->
                      withAlternative(
                          Advice.type("text", "${type.text}"),
                          "use uuid, boolean, smallint, int, bigint, decimal(p,s), real, double,"
                              + " date, time, timestamp, timestamp with time zone, varchar(n), blob,"
                              + " json or jsonb");
                });
  }

  /**
   * Returns what to write instead of a time with a time zone, an interval or an array, which a
   * database can reject before the generator reads the type.
   *
   * @param type the type as written, in any case
   * @return the advice, or empty for other types
   */
  public static Optional<Advice> equivalent(String type) {
    String name = type.strip().toUpperCase(Locale.ROOT);
    if (INTERVAL.matcher(name).matches()) {
      return Optional.of(Advice.type("bigint", "${type.duration}"));
    }
    if (ARRAY.matcher(name).matches()) {
      return Optional.of(
          withAlternative(
              Advice.type("json", "${type.json}"), "create a table with a row for each element"));
    }
    return TIME_WITH_ZONE.matcher(name).matches()
        ? Optional.of(Advice.type("time", "${type.time}"))
        : Optional.empty();
  }

  private static Advice withAlternative(Advice advice, String alternative) {
    return new Advice(alternative + "; or " + advice.sentence(), advice.attributes(), advice.sql());
  }
}
