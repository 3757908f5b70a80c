package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.ValueLimits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The types that every dialect stores, with the order of their values and their form in a page
 * token.
 */
public enum StoredType {
  TEXT('s', String.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      encodeBytes(out, ((String) value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      return new String(decodeBytes(in), StandardCharsets.UTF_8);
    }

    /** Compares by code point: UTF-16 sorts surrogates before the characters from U+E000 on. */
    @Override
    public int compare(Object left, Object right) {
      String first = (String) left;
      String second = (String) right;
      int length = Math.min(first.length(), second.length());
      for (int i = 0; i < length; i++) {
        char one = first.charAt(i);
        char other = second.charAt(i);
        if (one != other) {
          return Character.isSurrogate(one) == Character.isSurrogate(other)
              ? Character.compare(one, other)
              : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
        }
      }
      return Integer.compare(first.length(), second.length());
    }
  },
  UUID('u', UUID.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      UUID uuid = (UUID) value;
      out.writeLong(uuid.getMostSignificantBits());
      out.writeLong(uuid.getLeastSignificantBits());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      return new UUID(in.readLong(), in.readLong());
    }

    /** Compares by unsigned bytes, unlike {@link UUID#compareTo}. */
    @Override
    public int compare(Object left, Object right) {
      UUID first = (UUID) left;
      UUID second = (UUID) right;
      int most =
          Long.compareUnsigned(first.getMostSignificantBits(), second.getMostSignificantBits());
      return most != 0
          ? most
          : Long.compareUnsigned(first.getLeastSignificantBits(), second.getLeastSignificantBits());
    }
  },
  INSTANT('t', Instant.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      Instant instant = (Instant) value;
      out.writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      long second = in.readLong();
      int nano = in.readInt();
      require(
          second >= ValueLimits.MIN_INSTANT.getEpochSecond()
              && second <= ValueLimits.MAX_INSTANT.getEpochSecond());
      return Instant.ofEpochSecond(second, nano);
    }
  },
  BIGINT('l', Long.class) {
    @Override
    Object decode(DataInputStream in) throws IOException {
      return in.readLong();
    }
  },
  INTEGER('i', Integer.class) {
    @Override
    Object decode(DataInputStream in) throws IOException {
      return (int) in.readLong();
    }
  },
  SMALLINT('h', Short.class) {
    @Override
    Object decode(DataInputStream in) throws IOException {
      return (short) in.readLong();
    }
  },
  BOOLEAN('b', Boolean.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      out.writeBoolean((Boolean) value);
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      return in.readBoolean();
    }
  },
  DECIMAL('n', BigDecimal.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      BigDecimal decimal = (BigDecimal) value;
      BigInteger unscaled = decimal.unscaledValue();
      boolean isSmall = unscaled.bitLength() < Long.SIZE && decimal.scale() < LARGE_SCALE;
      out.writeLong(isSmall ? unscaled.longValueExact() : 0);
      out.writeByte(isSmall ? decimal.scale() : LARGE_SCALE);
      if (!isSmall) {
        out.writeShort(decimal.scale());
        encodeBytes(out, unscaled.toByteArray());
      }
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      long unscaled = in.readLong();
      int scale = in.readUnsignedByte();
      return scale == LARGE_SCALE ? decodeLarge(in) : BigDecimal.valueOf(unscaled, scale);
    }

    private BigDecimal decodeLarge(DataInputStream in) throws IOException {
      int scale = in.readUnsignedShort();
      byte[] unscaled = decodeBytes(in);
      require(unscaled.length > 0 && scale <= Decimals.MAX_PRECISION);
      BigDecimal value = new BigDecimal(new BigInteger(unscaled), scale);
      require(value.precision() <= Decimals.MAX_PRECISION);
      return value;
    }
  },
  DOUBLE('f', Double.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      out.writeDouble((Double) value);
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      double value = in.readDouble();
      require(Double.isFinite(value));
      return value + 0.0;
    }
  },
  REAL('r', Float.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      out.writeFloat((Float) value);
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      float value = in.readFloat();
      require(Float.isFinite(value));
      return value + 0.0f;
    }
  },
  TIMESTAMP('m', LocalDateTime.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      LocalDateTime timestamp = (LocalDateTime) value;
      DATE.encode(out, timestamp.toLocalDate());
      TIME.encode(out, timestamp.toLocalTime());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      return LocalDateTime.of((LocalDate) DATE.decode(in), (LocalTime) TIME.decode(in));
    }
  },
  DATE('d', LocalDate.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      out.writeLong(((LocalDate) value).toEpochDay());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      long epochDay = in.readLong();
      require(
          epochDay >= ValueLimits.MIN_DATE.toEpochDay()
              && epochDay <= ValueLimits.MAX_DATE.toEpochDay());
      return LocalDate.ofEpochDay(epochDay);
    }
  },
  TIME('o', LocalTime.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      out.writeLong(((LocalTime) value).toNanoOfDay());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      long nanoOfDay = in.readLong();
      require(nanoOfDay >= 0 && nanoOfDay <= LocalTime.MAX.toNanoOfDay());
      return LocalTime.ofNanoOfDay(nanoOfDay);
    }
  },
  BYTES('y', Bytes.class) {
    @Override
    void encode(DataOutputStream out, Object value) throws IOException {
      encodeBytes(out, ((Bytes) value).toByteArray());
    }

    @Override
    Object decode(DataInputStream in) throws IOException {
      return Bytes.of(decodeBytes(in));
    }
  };

  private static final char NULL = '0';

  /** Replaces the scale of a decimal whose unscaled value exceeds 64 bits. */
  private static final int LARGE_SCALE = 255;

  private final char tag;
  private final Class<?> javaType;

  StoredType(char tag, Class<?> javaType) {
    this.tag = tag;
    this.javaType = javaType;
  }

  /** Writes a value to a page token, without its type. */
  void encode(DataOutputStream out, Object value) throws IOException {
    out.writeLong(((Number) value).longValue());
  }

  abstract Object decode(DataInputStream in) throws IOException;

  /** Compares two values in the order of the databases. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public int compare(Object left, Object right) {
    return ((Comparable) left).compareTo(right);
  }

  /** Compares two stored values of one column in the order of the databases; nulls are last. */
  public static int compareValues(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    return of(left).compare(left, right);
  }

  private static StoredType of(Object value) {
    for (StoredType type : values()) {
      if (type.accepts(value)) {
        return type;
      }
    }
    throw new IllegalArgumentException("No stored type for " + value.getClass().getName());
  }

  /** Returns whether an object is a value of this type. */
  public boolean accepts(Object value) {
    return javaType.isInstance(value);
  }

  /** Writes a value with its type, or null, to a page token. */
  public static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
      return;
    }
    StoredType type = of(value);
    out.writeByte(type.tag);
    type.encode(out, value);
  }

  /**
   * Reads a value from a page token.
   *
   * @return the value, or null
   * @throws IOException when the token is damaged
   */
  public static @Nullable Object read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    if (tag == NULL) {
      return null;
    }
    for (StoredType type : values()) {
      if (type.tag == tag) {
        return type.decode(in);
      }
    }
    throw new IOException("unknown type");
  }

  private static void encodeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] decodeBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    require(length >= 0 && length <= in.available());
    return in.readNBytes(length);
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw new IOException("value out of range");
    }
  }
}
