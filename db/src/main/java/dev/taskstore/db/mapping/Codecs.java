package dev.taskstore.db.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;

/** The codecs of all types of columns, which generated mappings use. */
public final class Codecs {

  /** Text without NUL characters or lone surrogates. */
  public static final Codec<String, String> TEXT = new TextCodec(TextType.TEXT, false);

  /**
   * The same as {@link #TEXT} for a column whose collation may not order it by code point, such as
   * {@code varchar(255)} without {@code COLLATE "C"} in a database that sorts by a locale. The
   * library orders and compares the column by code point; an index of the column serves equality
   * only.
   */
  public static final Codec<String, String> COLLATED_TEXT = new TextCodec(TextType.TEXT, true);

  /**
   * Text of columns of type {@code char(n)}, whose trailing blanks have no meaning. It is written,
   * read and compared without them.
   */
  public static final Codec<String, String> CHARACTER = new CharCodec(false);

  /** The same as {@link #CHARACTER} for a column as of {@link #COLLATED_TEXT}. */
  public static final Codec<String, String> COLLATED_CHARACTER = new CharCodec(true);

  /** The constants of an enumerated type of the database. */
  public static final Codec<String, String> ENUM = new TextCodec(TextType.ENUM, false);

  /** UUIDs, which compare by their unsigned bytes. */
  public static final Codec<UUID, UUID> UUID = new UuidCodec();

  /** Instants in microseconds, from year 1 to year 9999. */
  public static final Codec<Instant, Instant> INSTANT = new InstantCodec(FractionDigits.MAXIMUM);

  /** Timestamps without a time zone in microseconds, from year 1 to year 9999. */
  public static final Codec<LocalDateTime, LocalDateTime> TIMESTAMP =
      new TimestampCodec(FractionDigits.MAXIMUM);

  /** Dates from year 1 to year 9999. */
  public static final Codec<LocalDate, LocalDate> DATE = new DateCodec();

  /** Times of day in microseconds. */
  public static final Codec<LocalTime, LocalTime> TIME = new TimeCodec(FractionDigits.MAXIMUM);

  /** Durations in microseconds, up to the range of a 64-bit integer: about 292,000 years. */
  public static final Codec<Long, Duration> DURATION = new DurationCodec();

  /** 64-bit integers. */
  public static final Codec<Long, Long> BIGINT = new IntegerCodecs.Bigint();

  /** 32-bit integers. */
  public static final Codec<Integer, Integer> INTEGER = new IntegerCodecs.Int();

  /** 16-bit integers. */
  public static final Codec<Short, Short> SMALLINT = new IntegerCodecs.Smallint();

  /**
   * Floating-point numbers of 64 bits. NaN and infinities are invalid; the negative zero becomes
   * the positive one.
   */
  public static final Codec<Double, Double> DOUBLE = new FloatingPointCodecs.DoublePrecision();

  /**
   * Floating-point numbers of 32 bits. NaN and infinities are invalid; the negative zero becomes
   * the positive one.
   */
  public static final Codec<Float, Float> REAL = new FloatingPointCodecs.Real();

  /** Booleans. */
  public static final Codec<Boolean, Boolean> BOOLEAN = new BooleanCodec();

  /** Binary data of at most {@link ValueLimits#MAX_BYTES} bytes. */
  public static final Codec<byte[], Bytes> BYTES = new BytesCodec();

  /** JSON, stored as the text that was written; order and equality are those of the text. */
  public static final Codec<JSON, JSON> JSON = new JsonCodec();

  /**
   * JSON in the canonical form of {@code jsonb}: members are ordered by the length of their names,
   * then by their bytes, and the last of several members with one name counts; a blank follows each
   * comma and colon; numbers have no exponent and no trailing zeros in their fraction. Values with
   * the same form are equal. There is no order.
   */
  public static final Codec<JSONB, JSONB> JSONB = new JsonbCodec();

  /**
   * Without floating-point numbers: databases round those that they compute differently, so that
   * only columns have a codec.
   */
  private static final List<Codec<?, ?>> WITHOUT_SIZE =
      List.of(
          TEXT, UUID, INSTANT, TIMESTAMP, DATE, TIME, BIGINT, INTEGER, SMALLINT, BOOLEAN, BYTES,
          JSON, JSONB);

  private static final List<Codec<Instant, Instant>> INSTANTS = fractions(InstantCodec::new);
  private static final List<Codec<LocalDateTime, LocalDateTime>> TIMESTAMPS =
      fractions(TimestampCodec::new);
  private static final List<Codec<LocalTime, LocalTime>> TIMES = fractions(TimeCodec::new);

  private static final Codec<String, String> JSON_TEXT = new TextCodec(TextType.JSON, false);
  private static final Codec<String, String> JSONB_TEXT = new TextCodec(TextType.JSONB, false);

  private static final DecimalCodec[][] DECIMALS = decimals();

  private Codecs() {}

  private static DecimalCodec[][] decimals() {
    DecimalCodec[][] all = new DecimalCodec[Decimals.MAX_LONG_PRECISION + 1][];
    for (int precision = 1; precision < all.length; precision++) {
      all[precision] = new DecimalCodec[precision + 1];
      for (int scale = 0; scale <= precision; scale++) {
        all[precision][scale] = new DecimalCodec(precision, scale);
      }
    }
    return all;
  }

  /**
   * Returns the codec of the texts of a type of column, as the database stores them.
   *
   * @param type the type of the column
   * @return the codec; it does not validate JSON
   */
  public static Codec<String, String> text(TextType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case CHARACTER -> CHARACTER;
      case ENUM -> ENUM;
      case JSON -> JSON_TEXT;
      case JSONB -> JSONB_TEXT;
    };
  }

  private static <T> List<T> fractions(IntFunction<? extends T> codec) {
    return IntStream.rangeClosed(0, FractionDigits.MAXIMUM).<T>mapToObj(codec).toList();
  }

  /**
   * Returns the codec of a column of instants with a precision. More precise instants are truncated
   * before any SQL runs, because databases round differently.
   *
   * @param fractionDigits the number of digits of the fraction of a second, 0 to 6
   * @return the codec
   * @throws IndexOutOfBoundsException when the number is out of range
   */
  public static Codec<Instant, Instant> instant(int fractionDigits) {
    return INSTANTS.get(fractionDigits);
  }

  /**
   * Returns the codec of a column of timestamps without a time zone with a precision. More precise
   * timestamps are truncated before any SQL runs.
   *
   * @param fractionDigits the number of digits of the fraction of a second, 0 to 6
   * @return the codec
   * @throws IndexOutOfBoundsException when the number is out of range
   */
  public static Codec<LocalDateTime, LocalDateTime> timestamp(int fractionDigits) {
    return TIMESTAMPS.get(fractionDigits);
  }

  /**
   * Returns the codec of a column of times of day with a precision. More precise times are
   * truncated before any SQL runs.
   *
   * @param fractionDigits the number of digits of the fraction of a second, 0 to 6
   * @return the codec
   * @throws IndexOutOfBoundsException when the number is out of range
   */
  public static Codec<LocalTime, LocalTime> time(int fractionDigits) {
    return TIMES.get(fractionDigits);
  }

  /**
   * Returns the codec of a decimal column. Decimals are exact: a number with more digits than the
   * column is rejected, never rounded.
   *
   * @param precision the number of digits, 1 to {@link Decimals#MAX_PRECISION}
   * @param scale the number of digits after the decimal point, 0 to the precision
   * @return the codec
   * @throws IndexOutOfBoundsException when the precision or scale is out of range
   */
  public static Codec<BigDecimal, BigDecimal> decimal(int precision, int scale) {
    if (precision <= Decimals.MAX_LONG_PRECISION) {
      return DECIMALS[precision][scale];
    }
    Objects.checkIndex(precision, Decimals.MAX_PRECISION + 1);
    Objects.checkIndex(scale, precision + 1);
    return new DecimalCodec(precision, scale);
  }

  /** Returns the codec of a data type with jOOQ's own binding, or with a converter. */
  static Codec<?, ?> withConverter(DataType<?> type) {
    Converter<?, ?> converter = type.getBinding().converter();
    Class<?> databaseType = converter.fromType();
    if (databaseType == BigDecimal.class && type.precision() > 0) {
      return convertedTo(converter, decimal(type.precision(), type.scale()));
    }
    for (Codec<?, ?> codec : WITHOUT_SIZE) {
      if (codec.databaseType() == databaseType) {
        return convertedTo(converter, codec);
      }
    }
    throw new IllegalArgumentException(
        "Repositories do not support values of "
            + databaseType.getName()
            + "; use dsl() for them.");
  }

  @SuppressWarnings("unchecked") // The codec was chosen by the type that the converter takes.
  private static <D, T, U> Codec<?, ?> convertedTo(
      Converter<?, ?> columnConverter, Codec<D, T> codec) {
    boolean isIdentity = columnConverter.getClass() == Converters.identity(Object.class).getClass();
    if (isIdentity && columnConverter.toType() == codec.javaType()) {
      return codec;
    }
    Converter<D, U> converter = (Converter<D, U>) columnConverter;
    return codec.converted(
        Converter.ofNullable(
            codec.javaType(),
            converter.toType(),
            value -> converter.from(codec.toDatabase(value)),
            value -> codec.fromDatabase(converter.to(value))));
  }
}
