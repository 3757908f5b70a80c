package dev.taskstore.db.mapping;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.JSON;

/** The codecs of all types of columns, which generated mappings use. */
public final class Codecs {

  /** Text without NUL characters or lone surrogates. */
  public static final Codec<String, String> TEXT = new TextCodec();

  /** UUIDs, which compare by their unsigned bytes. */
  public static final Codec<UUID, UUID> UUID = new UuidCodec();

  /** Instants in microseconds, from year 1 to year 9999. */
  public static final Codec<Instant, Instant> INSTANT = new InstantCodec();

  /** Dates from year 1 to year 9999. */
  public static final Codec<LocalDate, LocalDate> DATE = new DateCodec();

  /** Times of day in microseconds. */
  public static final Codec<LocalTime, LocalTime> TIME = new TimeCodec();

  /** Durations in microseconds, up to the range of a 64-bit integer: about 292,000 years. */
  public static final Codec<Long, Duration> DURATION = new DurationCodec();

  /** 64-bit integers. */
  public static final Codec<Long, Long> BIGINT = new IntegerCodecs.Bigint();

  /** 32-bit integers. */
  public static final Codec<Integer, Integer> INTEGER = new IntegerCodecs.Int();

  /** 16-bit integers. */
  public static final Codec<Short, Short> SMALLINT = new IntegerCodecs.Smallint();

  /** Booleans. */
  public static final Codec<Boolean, Boolean> BOOLEAN = new BooleanCodec();

  /** Binary data of at most {@link ValueLimits#MAX_BYTES} bytes. */
  public static final Codec<byte[], Bytes> BYTES = new BytesCodec();

  /** JSON, stored as the text that was written; order and equality are those of the text. */
  public static final Codec<JSON, JSON> JSON = new JsonCodec();

  private static final List<Codec<?, ?>> WITHOUT_SIZE =
      List.of(TEXT, UUID, INSTANT, DATE, TIME, BIGINT, INTEGER, SMALLINT, BOOLEAN, BYTES, JSON);

  private static final DecimalCodec[][] DECIMALS = decimals();

  private Codecs() {}

  private static DecimalCodec[][] decimals() {
    DecimalCodec[][] all = new DecimalCodec[Decimals.MAX_PRECISION + 1][];
    for (int precision = 1; precision < all.length; precision++) {
      all[precision] = new DecimalCodec[precision + 1];
      for (int scale = 0; scale <= precision; scale++) {
        all[precision][scale] = new DecimalCodec(precision, scale);
      }
    }
    return all;
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
    return DECIMALS[precision][scale];
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
