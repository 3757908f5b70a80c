package dev.taskstore.transfer.rows;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.spi.DecimalBytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * The types that every dialect stores, with their canonical form. Numbers are big-endian; a text is
 * its length in bytes and its UTF-8; an instant is its microseconds since 1970, a date its days
 * since 1970, a time of day its microseconds since midnight; a decimal is the number of its
 * smallest unit, whose scale is that of its column; a floating-point number has its bits in IEEE
 * 754, without the negative zero.
 */
public enum ValueType {
  /** Text, including the texts of enums. */
  TEXT(SQLDataType.VARCHAR, Codecs.TEXT) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeText(out, value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return decodeText(in);
    }
  },
  /** JSON, which is the text that was written; a manifest names it {@code text}. */
  JSON(SQLDataType.VARCHAR, Codecs.text(TextType.JSON)) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeText(out, value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return decodeText(in);
    }

    @Override
    public String id() {
      return TEXT.id();
    }
  },
  /** JSON in its canonical form. */
  JSONB(SQLDataType.VARCHAR, Codecs.text(TextType.JSONB)) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeText(out, value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return decodeText(in);
    }
  },
  /** Text without trailing blanks. */
  CHARACTER(SQLDataType.VARCHAR, Codecs.CHARACTER) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeText(out, value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return decodeText(in);
    }
  },
  /** The constants of an enumerated type of the database. */
  ENUM(SQLDataType.VARCHAR, Codecs.ENUM) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeText(out, value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return decodeText(in);
    }
  },
  /** UUIDs: 16 bytes. */
  UUID(SQLDataType.UUID, Codecs.UUID) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      UUID uuid = (UUID) value;
      out.writeLong(uuid.getMostSignificantBits());
      out.writeLong(uuid.getLeastSignificantBits());
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return new UUID(in.readLong(), in.readLong());
    }
  },
  /** Instants in microseconds: 8 bytes. */
  INSTANT(SQLDataType.INSTANT, Codecs.INSTANT) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      Instant instant = (Instant) value;
      out.writeLong(
          instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      long micros = in.readLong();
      Instant instant =
          Instant.ofEpochSecond(
              Math.floorDiv(micros, MICROS_PER_SECOND),
              Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
      require(
          !instant.isBefore(ValueLimits.MIN_INSTANT) && !instant.isAfter(ValueLimits.MAX_INSTANT));
      return instant;
    }
  },
  /** 64-bit integers, including durations: 8 bytes. */
  BIGINT(SQLDataType.BIGINT, Codecs.BIGINT) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeLong((Long) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return in.readLong();
    }
  },
  /** 32-bit integers: 4 bytes. */
  INTEGER(SQLDataType.INTEGER, Codecs.INTEGER) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeInt((Integer) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return in.readInt();
    }
  },
  /** 16-bit integers: 2 bytes. */
  SMALLINT(SQLDataType.SMALLINT, Codecs.SMALLINT) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeShort((Short) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return in.readShort();
    }
  },
  /** Booleans: 1 byte, 0 or 1. */
  BOOLEAN(SQLDataType.BOOLEAN, Codecs.BOOLEAN) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeBoolean((Boolean) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      int value = in.readUnsignedByte();
      require(value <= 1);
      return value == 1;
    }
  },
  /** Decimals of at most 18 digits: 8 bytes. */
  DECIMAL(SQLDataType.DECIMAL, Codecs.decimal(Decimals.MAX_LONG_PRECISION, 0)) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeLong(((BigDecimal) value).unscaledValue().longValueExact());
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return BigDecimal.valueOf(in.readLong(), scale);
    }

    @Override
    Codec<?, ?> codec(int precision, int scale) {
      return Codecs.decimal(Decimals.MAX_LONG_PRECISION, scale);
    }

    @Override
    DataType<?> dataType(int precision, int scale) {
      return decimal(Decimals.MAX_LONG_PRECISION, scale);
    }
  },
  /** Decimals of more than 18 digits: the length of their two's complement and its bytes. */
  LARGE_DECIMAL(SQLDataType.DECIMAL, Codecs.decimal(Decimals.MAX_PRECISION, 0)) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeBytes(out, ((BigDecimal) value).unscaledValue().toByteArray());
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      byte[] unscaled = decodeBytes(in, DecimalBytes.length(Decimals.MAX_PRECISION));
      require(unscaled.length > 0);
      BigDecimal decimal = new BigDecimal(new BigInteger(unscaled), scale);
      require(decimal.precision() <= Decimals.MAX_PRECISION);
      return decimal;
    }

    @Override
    Codec<?, ?> codec(int precision, int scale) {
      return Codecs.decimal(precision, scale);
    }

    @Override
    DataType<?> dataType(int precision, int scale) {
      return decimal(precision, scale);
    }
  },
  /** Floating-point numbers of 64 bits: 8 bytes. */
  DOUBLE(SQLDataType.DOUBLE, Codecs.DOUBLE) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeDouble((Double) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      double value = in.readDouble();
      require(Double.isFinite(value) && Double.doubleToRawLongBits(value) != Long.MIN_VALUE);
      return value;
    }
  },
  /** Floating-point numbers of 32 bits: 4 bytes. */
  REAL(SQLDataType.REAL, Codecs.REAL) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeFloat((Float) value);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      float value = in.readFloat();
      require(Float.isFinite(value) && Float.floatToRawIntBits(value) != Integer.MIN_VALUE);
      return value;
    }
  },
  /** Timestamps without a time zone, in microseconds since 1970: 8 bytes. */
  TIMESTAMP(SQLDataType.LOCALDATETIME, Codecs.TIMESTAMP) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      INSTANT.encode(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return LocalDateTime.ofInstant((Instant) INSTANT.decode(in, scale), ZoneOffset.UTC);
    }
  },
  /** Dates: 4 bytes. */
  DATE(SQLDataType.LOCALDATE, Codecs.DATE) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeInt((int) ((LocalDate) value).toEpochDay());
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      LocalDate date = LocalDate.ofEpochDay(in.readInt());
      require(!date.isBefore(ValueLimits.MIN_DATE) && !date.isAfter(ValueLimits.MAX_DATE));
      return date;
    }
  },
  /** Times of day in microseconds: 8 bytes. */
  TIME(SQLDataType.LOCALTIME, Codecs.TIME) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      out.writeLong(((LocalTime) value).toNanoOfDay() / NANOS_PER_MICRO);
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      long micros = in.readLong();
      require(micros >= 0 && micros <= LocalTime.MAX.toNanoOfDay() / NANOS_PER_MICRO);
      return LocalTime.ofNanoOfDay(micros * NANOS_PER_MICRO);
    }
  },
  /** Binary data: its length and its bytes. */
  BYTES(SQLDataType.BLOB, Codecs.BYTES) {
    @Override
    void encode(DataOutput out, Object value) throws IOException {
      encodeBytes(out, ((Bytes) value).toByteArray());
    }

    @Override
    Object decode(DataInput in, int scale) throws IOException {
      return Bytes.of(decodeBytes(in, ValueLimits.MAX_BYTES));
    }
  };

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  /** PostgreSQL stores at most 1 GB in a value. */
  private static final int MAX_TEXT_BYTES = 1 << 30;

  private static final int CHUNK = 64 * 1024;

  private final DataType<?> plainType;
  private final Codec<?, ?> codec;

  ValueType(DataType<?> plainType, Codec<?, ?> codec) {
    this.plainType = plainType;
    this.codec = codec;
  }

  /**
   * Returns the type of a generated column.
   *
   * @param type the column's data type
   * @return the type
   * @throws IllegalArgumentException when repositories do not support the type
   */
  public static ValueType of(DataType<?> type) {
    Codec<?, ?> codec = Codec.of(type); // Throws for types that repositories do not support.
    Class<?> stored = type.getBinding().converter().fromType();
    if (stored == org.jooq.JSON.class) {
      return JSON;
    }
    if (stored == org.jooq.JSONB.class) {
      return JSONB;
    }
    if (stored == String.class) {
      return ofText(codec.textType());
    }
    if (stored == BigDecimal.class) {
      return type.precision() > Decimals.MAX_LONG_PRECISION ? LARGE_DECIMAL : DECIMAL;
    }
    for (ValueType candidate : values()) {
      if (candidate.plainType.getType() == stored) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("No type for values of " + stored.getName());
  }

  private static ValueType ofText(TextType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case CHARACTER -> CHARACTER;
      case JSON -> JSON;
      case JSONB -> JSONB;
      case ENUM -> ENUM;
    };
  }

  /**
   * Returns the type of a name in a manifest.
   *
   * @param name the result of {@link #id()}
   * @return the type
   * @throws IllegalArgumentException when there is none
   */
  public static ValueType ofId(String name) {
    for (ValueType candidate : values()) {
      if (candidate.id().equals(name)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("Unknown type " + name);
  }

  /** Returns the name in a manifest, such as {@code uuid}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the codec, which reads and writes values, and verifies their range. */
  Codec<?, ?> codec(int precision, int scale) {
    return codec;
  }

  /** Returns whether values have the precision and scale of their column. */
  boolean isDecimal() {
    return this == DECIMAL || this == LARGE_DECIMAL;
  }

  /** Returns whether the canonical form of a value begins with its length. */
  boolean hasLength() {
    return storedType() == String.class || this == BYTES;
  }

  /** Returns the class of the values that databases store. */
  Class<?> storedType() {
    return plainType.getType();
  }

  abstract void encode(DataOutput out, Object value) throws IOException;

  abstract Object decode(DataInput in, int scale) throws IOException;

  /** Returns jOOQ's type, which binds and renders values as repositories store them. */
  DataType<?> dataType(int precision, int scale) {
    return plainType.asConvertedDataType(bindingOf(codec));
  }

  private static DataType<?> decimal(int precision, int scale) {
    return SQLDataType.DECIMAL(precision, scale)
        .asConvertedDataType(Codecs.decimal(precision, scale).binding());
  }

  @SuppressWarnings("unchecked") // The codec was chosen by the type.
  private static <T> Binding<? super T, ?> bindingOf(Codec<?, ?> codec) {
    return (Binding<? super T, ?>) codec.binding();
  }

  private static void encodeText(DataOutput out, Object value) throws IOException {
    encodeBytes(out, ((String) value).getBytes(StandardCharsets.UTF_8));
  }

  private static String decodeText(DataInput in) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(decodeBytes(in, MAX_TEXT_BYTES)))
              .toString();
      require(text.indexOf(0) < 0);
      return text;
    } catch (CharacterCodingException e) {
      throw new IOException("Malformed text", e);
    }
  }

  private static void encodeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] decodeBytes(DataInput in, int limit) throws IOException {
    int length = in.readInt();
    require(length >= 0 && length <= limit);
    // A damaged length must not allocate a gigabyte before the end of the stream is noticed.
    byte[] bytes = new byte[Math.min(length, CHUNK)];
    int read = 0;
    while (read < length) {
      int end = Math.min(length, read + CHUNK);
      if (bytes.length < end) {
        bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(length, bytes.length * 2)));
      }
      in.readFully(bytes, read, end - read);
      read = end;
    }
    return bytes;
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw new IOException("Value out of range");
    }
  }
}
