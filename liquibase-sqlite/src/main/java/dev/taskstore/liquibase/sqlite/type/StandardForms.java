package dev.taskstore.liquibase.sqlite.type;

import org.jspecify.annotations.Nullable;

/** The stored form of each standard type. */
final class StandardForms {

  /** The digits of which a 4-byte number keeps all bits, in the bits of {@code float(n)}. */
  private static final int MAX_SINGLE_BITS = 24;

  private static final int MAX_DECIMAL_DIGITS = 1000;

  private StandardForms() {}

  /** Returns the type, or null if SQLite has no equal. */
  static @Nullable ColumnType of(StandardType type) {
    Integer first = type.first();
    return switch (type.name()) {
      case "boolean", "bool" -> ColumnType.of("boolean", new BooleanForm());
      case "bit" -> bit(first);
      case "smallint", "int2", "smallserial" -> integer("smallint", Short.SIZE);
      case "integer", "int", "int4", "serial", "mediumint" -> integer("integer", Integer.SIZE);
      case "bigint", "int8", "bigserial" -> integer("bigint", Long.SIZE);
      case "numeric", "decimal", "dec" -> decimal(type);
      case "real", "float4" -> real();
      case "double precision", "float8", "double" -> doublePrecision();
      case "float" -> floating(type);
      case "uuid" -> ColumnType.of("uuid", new UuidForm());
      case "timestamp", "timestamp without time zone" -> time(TimeForm.Type.LOCAL, first);
      case "timestamp with time zone", "timestamptz" -> time(TimeForm.Type.INSTANT, first);
      case "date" -> time(TimeForm.Type.DATE, null);
      case "time", "time without time zone" -> time(TimeForm.Type.TIME, first);
      case "varchar", "character varying" -> varchar(first);
      case "char", "character", "bpchar", "nchar" -> character(first);
      case "text", "xml" -> ColumnType.of("text", new TextForm(TextForm.UNLIMITED, false));
      case "bytea" -> ColumnType.of("bytea", new BytesForm());
      case "json" -> ColumnType.of("json", new JsonForm(false));
      case "jsonb" -> ColumnType.of("jsonb", new JsonForm(true));
      default -> null;
    };
  }

  private static @Nullable ColumnType bit(@Nullable Integer bits) {
    return bits == null || bits == 1 ? ColumnType.of("boolean", new BooleanForm()) : null;
  }

  private static ColumnType integer(String name, int bits) {
    return ColumnType.of(name, new IntegerForm(name, bits));
  }

  private static @Nullable ColumnType decimal(StandardType type) {
    Integer precision = type.first();
    if (precision == null || precision < 1 || precision > MAX_DECIMAL_DIGITS) {
      return null;
    }
    Integer scale = type.second();
    int digits = scale == null ? 0 : scale;
    return ColumnType.of(
        "decimal(" + precision + "," + digits + ")", new DecimalForm(precision, digits));
  }

  private static @Nullable ColumnType floating(StandardType type) {
    Integer bits = type.first();
    if (type.second() != null) {
      return null;
    }
    return bits != null && bits <= MAX_SINGLE_BITS ? real() : doublePrecision();
  }

  private static ColumnType real() {
    return ColumnType.of("real", new FloatForm(true));
  }

  private static ColumnType doublePrecision() {
    return ColumnType.of("double precision", new FloatForm(false));
  }

  private static ColumnType time(TimeForm.Type type, @Nullable Integer precision) {
    int digits = precision == null ? TimeForm.MAX_DIGITS : Math.min(precision, TimeForm.MAX_DIGITS);
    String parameter = digits == TimeForm.MAX_DIGITS ? "" : "(" + digits + ")";
    String name =
        type == TimeForm.Type.INSTANT
            ? "timestamp" + parameter + " with time zone"
            : type + parameter;
    return ColumnType.of(name, new TimeForm(type, digits));
  }

  private static ColumnType varchar(@Nullable Integer limit) {
    return limit == null
        ? ColumnType.of("varchar", new TextForm(TextForm.UNLIMITED, false))
        : ColumnType.of("varchar(" + limit + ")", new TextForm(limit, false));
  }

  private static ColumnType character(@Nullable Integer limit) {
    int length = limit == null ? 1 : limit;
    return ColumnType.of("char(" + length + ")", new TextForm(length, true));
  }
}
