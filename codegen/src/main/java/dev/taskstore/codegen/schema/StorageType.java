package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.JSON;
import org.jooq.JSONB;

/** The types of columns that every dialect stores alike. */
public enum StorageType {
  /** Text of any length. */
  TEXT(
      ClassName.get(String.class),
      "VARCHAR",
      Set.of(Trait.VALIDATED),
      text -> text,
      "$S",
      "CHARACTER VARYING",
      "VARCHAR",
      "CHARACTER LARGE OBJECT",
      "CLOB",
      "TEXT"),
  /** Text without trailing blanks. */
  CHARACTER(
      ClassName.get(String.class),
      "VARCHAR",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      StorageType::withoutTrailingBlanks,
      "$S",
      "CHARACTER",
      "CHAR"),
  /** A constant of an enumerated type of the database. */
  ENUM(
      ClassName.get(String.class),
      "VARCHAR",
      Set.of(Trait.BOUND, Trait.VALIDATED),
      text -> text,
      "$S",
      "ENUM"),
  /** A UUID. */
  UUID(
      ClassName.get(UUID.class),
      "UUID",
      Set.of(Trait.BOUND),
      java.util.UUID::fromString,
      "$T.fromString($S)",
      "UUID"),
  /** An instant in microseconds. */
  INSTANT(
      ClassName.get(Instant.class),
      "INSTANT",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      text -> OffsetDateTime.parse(text.replace(' ', 'T')).toInstant(),
      "$T.parse($S)",
      "TIMESTAMP WITH TIME ZONE"),
  /** A timestamp without a time zone, in microseconds. */
  TIMESTAMP(
      ClassName.get(LocalDateTime.class),
      "LOCALDATETIME",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED, Trait.QUOTED),
      text -> LocalDateTime.parse(text.replace(' ', 'T')),
      "$T.parse($S)",
      "TIMESTAMP"),
  /** A date. */
  DATE(
      ClassName.get(LocalDate.class),
      "LOCALDATE",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.QUOTED),
      LocalDate::parse,
      "$T.parse($S)",
      "DATE"),
  /** A time of day in microseconds. */
  TIME(
      ClassName.get(LocalTime.class),
      "LOCALTIME",
      Set.of(Trait.BOUND, Trait.NORMALIZED, Trait.QUOTED),
      LocalTime::parse,
      "$T.parse($S)",
      "TIME"),
  /** A duration in microseconds. */
  DURATION(
      ClassName.get(Duration.class),
      "BIGINT",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      microseconds -> Duration.of(Long.parseLong(microseconds), ChronoUnit.MICROS),
      "$T.parse($S)",
      "INTERVAL SECOND"),
  /** A 64-bit integer. */
  BIGINT(TypeName.LONG, "BIGINT", Set.of(), Long::valueOf, "$LL", "BIGINT"),
  /** A 32-bit integer. */
  INTEGER(TypeName.INT, "INTEGER", Set.of(), Integer::valueOf, "$L", "INTEGER", "INT"),
  /** A 16-bit integer. */
  SMALLINT(TypeName.SHORT, "SMALLINT", Set.of(), Short::valueOf, "(short) $L", "SMALLINT"),
  /** A floating-point number of 64 bits. */
  DOUBLE(
      TypeName.DOUBLE,
      "DOUBLE",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      StorageType::finiteDouble,
      "$L",
      "DOUBLE PRECISION",
      "FLOAT"),
  /** A floating-point number of 32 bits. */
  REAL(
      TypeName.FLOAT,
      "REAL",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      StorageType::finiteFloat,
      "$Lf",
      "REAL"),
  /** A number with a fixed number of digits after the decimal point. */
  DECIMAL(
      ClassName.get(BigDecimal.class),
      "DECIMAL",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      BigDecimal::new,
      "new $T($S)",
      "NUMERIC",
      "DECIMAL"),
  /** True or false. */
  BOOLEAN(TypeName.BOOLEAN, "BOOLEAN", Set.of(), Boolean::valueOf, "$L", "BOOLEAN"),
  /** Binary data. */
  BYTES(
      ClassName.get("dev.taskstore.db.mapping", "Bytes"),
      "VARBINARY",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.QUOTED),
      text -> HexFormat.of().formatHex(HexFormat.of().parseHex(text)),
      "$T.ofHex($S)",
      "BINARY VARYING",
      "BINARY",
      "BINARY LARGE OBJECT"),
  /** JSON, kept as the text that was written. */
  JSON(
      ClassName.get(JSON.class),
      "JSON",
      Set.of(Trait.BOUND, Trait.VALIDATED),
      org.jooq.JSON::json,
      "$T.json($S)",
      "JSON"),
  /** JSON in the canonical form of PostgreSQL. */
  JSONB(
      ClassName.get(JSONB.class),
      "JSONB",
      Set.of(Trait.BOUND, Trait.VALIDATED, Trait.NORMALIZED),
      org.jooq.JSONB::jsonb,
      "$T.jsonb($S)",
      "JSONB");

  private enum Trait {
    /** The codec binds the column in jOOQ too. */
    BOUND,
    /** Some values of the Java type are not stored. */
    VALIDATED,
    /** Equal values can be written in several forms. */
    NORMALIZED,
    /** A DEFAULT is a quoted text. */
    QUOTED
  }

  private final TypeName javaType;
  private final String jooqType;
  private final Set<Trait> traits;
  private final Function<String, Object> parser;
  private final String literal;
  private final List<String> names;

  StorageType(
      TypeName javaType,
      String jooqType,
      Set<Trait> traits,
      Function<String, Object> parser,
      String literal,
      String... names) {
    this.javaType = javaType;
    this.jooqType = jooqType;
    this.traits = traits;
    this.parser = parser;
    this.literal = literal;
    this.names = List.of(names);
  }

  private static String withoutTrailingBlanks(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static Double finiteDouble(String text) {
    double number = Double.parseDouble(text) + 0.0; // The negative zero becomes the positive.
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("Not a finite number: " + text);
    }
    return number;
  }

  private static Float finiteFloat(String text) {
    float number = Float.parseFloat(text) + 0.0f;
    if (!Float.isFinite(number)) {
      throw new IllegalArgumentException("Not a finite number: " + text);
    }
    return number;
  }

  /**
   * Finds the storage type of a standard type.
   *
   * @param name the type's name in upper case, without length, precision and scale
   * @return the storage type, or nothing where dialects do not store the type alike
   */
  static Optional<StorageType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.names.contains(name)).findFirst();
  }

  /**
   * Returns the name of the codec's constant. The codec of a decimal is a method instead, and so is
   * that of a time of fewer than six fractional digits, whose name is that of the constant in lower
   * case.
   *
   * @return the constant in the runtime's {@code Codecs}
   */
  public String codec() {
    return name();
  }

  /**
   * Returns the Java type of a value that is never null.
   *
   * @return a primitive type where there is one
   */
  public TypeName javaType() {
    return javaType;
  }

  /**
   * Returns the Java type of a value that can be null.
   *
   * @return a reference type
   */
  public TypeName boxedType() {
    return javaType.box();
  }

  /**
   * Returns the name of jOOQ's type.
   *
   * @return the name, without a size
   */
  public String jooqType() {
    return jooqType;
  }

  /**
   * Returns whether columns in jOOQ's tables need the binding of the codec.
   *
   * @return false when jOOQ's own binding stores the same
   */
  public boolean bound() {
    return traits.contains(Trait.BOUND);
  }

  /**
   * Returns whether some values of the Java type are invalid.
   *
   * @return true when values are validated
   */
  public boolean validated() {
    return traits.contains(Trait.VALIDATED);
  }

  /**
   * Returns whether equal values can be written in several forms, of which models keep one.
   *
   * @return true for times that could be finer than microseconds, and for decimals
   */
  public boolean normalized() {
    return traits.contains(Trait.NORMALIZED);
  }

  /**
   * Returns whether values are texts that have an order.
   *
   * @return true for text and for text without trailing blanks
   */
  public boolean isText() {
    return this == TEXT || this == CHARACTER;
  }

  /**
   * Returns whether columns have a number of fractional digits of a second.
   *
   * @return true for instants, timestamps and times of day
   */
  public boolean hasFraction() {
    return this == INSTANT || this == TIMESTAMP || this == TIME;
  }

  /**
   * Returns whether values are truncated because they can be finer than microseconds.
   *
   * @return true for instants, timestamps, times of day and durations
   */
  public boolean isTime() {
    return hasFraction() || this == DURATION;
  }

  /** Whether a DEFAULT is a quoted text, in a form that jOOQ's parser may not take. */
  boolean quoted() {
    return traits.contains(Trait.QUOTED);
  }

  /**
   * Parses a constant.
   *
   * @throws java.time.format.DateTimeParseException or IllegalArgumentException when the text is no
   *     value of the type
   */
  Object parse(String text) {
    return parser.apply(text);
  }

  /**
   * Returns the Java expression of a constant.
   *
   * @param value the constant, as the reader of defaults returns it
   * @return the expression
   */
  public CodeBlock literal(Object value) {
    return literal.contains("$T")
        ? CodeBlock.of(literal, boxedType(), value)
        : CodeBlock.of(literal, value);
  }
}
