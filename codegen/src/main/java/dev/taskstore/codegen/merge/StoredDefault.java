package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.sqlite.SqliteSchema.StorageClass;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constant that SQLite stores for a DEFAULT.
 *
 * @param storage the kind of value
 * @param text the value: a number without redundant zeros, text, or bytes in hexadecimal
 */
public record StoredDefault(StorageClass storage, String text) {

  private static final int NANOSECONDS = 1_000;
  private static final String UUID_DIGITS =
      "([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})";

  /** An offset without minutes, which Java does not parse. */
  private static final Pattern HOURS = Pattern.compile("([+-]\\d\\d)$");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\s*\\d*\\.?\\d+(?:[eE][+-]?\\d+)?");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:(?<type>DATE|TIME|TIMESTAMP|TIMESTAMP WITH TIME ZONE|UUID|X)\\s*)?'(?<text>(?:[^']|'')*)'",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARENTHESES = Pattern.compile("\\((.*)\\)", Pattern.DOTALL);

  /** The value that the SQLite dialect would bind for a standard literal; empty if unknown. */
  static Optional<StoredDefault> bound(String standard, CatalogType type) {
    try {
      return Optional.of(
          switch (type.name()) {
            case "BOOLEAN" -> integer(standard.equalsIgnoreCase("TRUE") ? 1 : 0);
            case "SMALLINT", "INTEGER", "BIGINT", "INTERVAL SECOND" ->
                integer(new BigDecimal(withoutParentheses(standard)).longValueExact());
            case "NUMERIC" -> decimal(new BigDecimal(withoutParentheses(standard)), type);
            case "REAL", "DOUBLE PRECISION" ->
                new StoredDefault(
                    StorageClass.REAL, number(new BigDecimal(withoutParentheses(standard))));
            case "DATE" -> integer(LocalDate.parse(content(standard)).toEpochDay());
            case "TIME" -> integer(LocalTime.parse(content(standard)).toNanoOfDay() / NANOSECONDS);
            case "TIMESTAMP" ->
                micros(
                    LocalDateTime.parse(content(standard).replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC));
            case "TIMESTAMP WITH TIME ZONE" ->
                micros(
                    OffsetDateTime.parse(
                            HOURS
                                .matcher(content(standard).replace(' ', 'T'))
                                .replaceFirst("$1:00"))
                        .toInstant());
            case "UUID" ->
                new StoredDefault(
                    StorageClass.BLOB,
                    UUID.fromString(content(standard)).toString().replace("-", ""));
            case "BINARY VARYING" -> new StoredDefault(StorageClass.BLOB, bytes(standard));
            default -> new StoredDefault(StorageClass.TEXT, content(standard));
          });
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The value that SQLite stores for the default of a column; empty if it is not a constant. */
  static Optional<StoredDefault> written(String expression, StorageClass storage) {
    String plain = withoutParentheses(expression.strip());
    if (plain.equalsIgnoreCase("TRUE") || plain.equalsIgnoreCase("FALSE")) {
      return Optional.of(integer(plain.equalsIgnoreCase("TRUE") ? 1 : 0));
    }
    if (NUMBER.matcher(plain).matches()) {
      return Optional.of(converted(new BigDecimal(plain.replaceAll("\\s", "")), storage));
    }
    Matcher literal = LITERAL.matcher(plain);
    if (!literal.matches()) {
      return Optional.empty();
    }
    String text = literal.group("text").replace("''", "'");
    String type = literal.group("type");
    if (type == null) {
      return Optional.of(
          storage != StorageClass.TEXT && NUMBER.matcher(text.strip()).matches()
              ? converted(new BigDecimal(text.strip()), storage)
              : new StoredDefault(StorageClass.TEXT, text));
    }
    return type.equalsIgnoreCase("X")
        ? Optional.of(new StoredDefault(StorageClass.BLOB, text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /**
   * Converts the default of a SQLite column into a literal of the SQL standard.
   *
   * @param expression the DEFAULT as SQLite returns it
   * @param type the standard type of the column
   * @return the literal, or the expression if it is no constant of the type
   */
  public static String standard(String expression, CatalogType type) {
    return StoredTypes.of(type)
        .flatMap(storage -> written(expression, storage))
        .flatMap(stored -> stored.standard(type))
        .orElse(expression);
  }

  private Optional<String> standard(CatalogType type) {
    boolean integer = storage == StorageClass.INTEGER;
    try {
      return switch (type.name()) {
        case "BOOLEAN" -> Optional.of(text.equals("1") ? "TRUE" : "FALSE");
        case "NUMERIC" ->
            integer
                ? Optional.of(new BigDecimal(text).movePointLeft(type.scale()).toPlainString())
                : Optional.empty();
        case "DATE" ->
            integer
                ? Optional.of("DATE '" + LocalDate.ofEpochDay(Long.parseLong(text)) + "'")
                : Optional.empty();
        case "TIME" ->
            integer
                ? Optional.of(
                    "TIME '" + LocalTime.ofNanoOfDay(Long.parseLong(text) * NANOSECONDS) + "'")
                : Optional.empty();
        case "TIMESTAMP" ->
            integer
                ? Optional.of(
                    "TIMESTAMP '" + LocalDateTime.ofInstant(instant(), ZoneOffset.UTC) + "'")
                : Optional.empty();
        case "TIMESTAMP WITH TIME ZONE" ->
            integer
                ? Optional.of(
                    "TIMESTAMP WITH TIME ZONE '" + instant().toString().replace("Z", "+00") + "'")
                : Optional.empty();
        case "UUID" ->
            storage == StorageClass.BLOB
                ? Optional.of("'" + text.replaceFirst(UUID_DIGITS, "$1-$2-$3-$4-$5") + "'")
                : Optional.empty();
        default -> Optional.of(literal());
      };
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Instant instant() {
    return Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS);
  }

  /** The literal in SQLite's SQL. */
  String literal() {
    return switch (storage) {
      case INTEGER, REAL -> text;
      case TEXT -> "'" + text.replace("'", "''") + "'";
      case BLOB -> "X'" + text + "'";
    };
  }

  private static StoredDefault converted(BigDecimal number, StorageClass storage) {
    if (storage == StorageClass.TEXT) {
      return new StoredDefault(StorageClass.TEXT, number.toString());
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return new StoredDefault(
        storage == StorageClass.REAL || !whole ? StorageClass.REAL : StorageClass.INTEGER,
        number(number));
  }

  private static StoredDefault decimal(BigDecimal number, CatalogType type) {
    // Wide decimals are bytes whose form the client knows.
    if (StoredTypes.of(type).equals(Optional.of(StorageClass.BLOB))) {
      throw new ArithmeticException("more than 18 digits");
    }
    return integer(number.movePointRight(type.scale()).longValueExact());
  }

  private static StoredDefault integer(long value) {
    return new StoredDefault(StorageClass.INTEGER, Long.toString(value));
  }

  private static StoredDefault micros(Instant instant) {
    return integer(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String bytes(String standard) {
    Matcher literal = LITERAL.matcher(standard);
    String text = content(standard);
    return literal.matches() && "X".equalsIgnoreCase(literal.group("type"))
        ? text.toLowerCase(Locale.ROOT)
        : HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String content(String standard) {
    Matcher literal = LITERAL.matcher(standard);
    if (!literal.matches()) {
      throw new IllegalArgumentException("no literal");
    }
    return literal.group("text").replace("''", "'");
  }

  private static String withoutParentheses(String expression) {
    Matcher inner = PARENTHESES.matcher(expression);
    return inner.matches() ? inner.group(1).strip() : expression;
  }
}
