package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.mapping.TextType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Writes rows in the binary format of COPY, which the server accepts only if each value has the
 * type of its column. Not thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class PostgresBinaryRowWriter extends PostgresCopyRowWriter {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  /** The length of NULL, and the number of columns after the last row. */
  private static final int NONE = -1;

  /** Precedes the text of a value of {@code jsonb}. */
  private static final char JSONB_VERSION = 1;

  private static final int NANOS_PER_MICRO = 1_000;

  private final List<PostgresColumnType> types;
  private int column;
  private boolean matches = true;

  PostgresBinaryRowWriter(List<PostgresColumnType> types) {
    this.types = types;
    append(SIGNATURE);
    appendInt(0); // No flags.
    appendInt(0); // No extension of the header.
  }

  /**
   * Returns whether all values so far had the types of their columns. Each row of a load has values
   * of the same types, so that the first row decides.
   */
  boolean matches() {
    return matches;
  }

  @Override
  String options() {
    return " (FORMAT binary)";
  }

  @Override
  void beginRow() {
    column = 0;
    appendShort(types.size());
  }

  @Override
  void endRow() {
    matches &= column == types.size();
  }

  @Override
  void end() {
    appendShort(NONE);
  }

  private void appendShort(int value) {
    ensure(Short.BYTES);
    ByteConverter.int2(buffer, length, value);
    length += Short.BYTES;
  }

  private void appendInt(int value) {
    ensure(Integer.BYTES);
    ByteConverter.int4(buffer, length, value);
    length += Integer.BYTES;
  }

  private void appendLong(long value) {
    ensure(Long.BYTES);
    ByteConverter.int8(buffer, length, value);
    length += Long.BYTES;
  }

  /** Begins a value, and returns whether it is not null. */
  private boolean begin(PostgresColumnType type, @Nullable Object value, int size) {
    matches &= column < types.size() && types.get(column) == type;
    column++;
    appendInt(value == null ? NONE : size);
    return value != null;
  }

  private RowWriter append(PostgresColumnType type, byte @Nullable [] value) {
    if (begin(type, value, value == null ? 0 : value.length) && value != null) {
      append(value);
    }
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value) {
    return append(
        PostgresColumnType.TEXT, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** The server accepts the text of an enum only in the text format of COPY. */
  @Override
  public RowWriter text(@Nullable String value, TextType type) {
    return switch (type) {
      case TEXT, JSON, ENUM -> text(value);
      case CHARACTER ->
          append(
              PostgresColumnType.CHARACTER,
              value == null ? null : value.getBytes(StandardCharsets.UTF_8));
      case JSONB ->
          append(
              PostgresColumnType.JSONB,
              value == null ? null : (JSONB_VERSION + value).getBytes(StandardCharsets.UTF_8));
    };
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) {
    if (begin(PostgresColumnType.UUID, value, 2 * Long.BYTES) && value != null) {
      appendLong(value.getMostSignificantBits());
      appendLong(value.getLeastSignificantBits());
    }
    return this;
  }

  @Override
  public RowWriter instant(@Nullable Instant value) {
    if (begin(PostgresColumnType.TIMESTAMPTZ, value, Long.BYTES) && value != null) {
      appendLong(PostgresColumnType.micros(value) - PostgresColumnType.EPOCH_MICROS);
    }
    return this;
  }

  @Override
  public RowWriter bigint(@Nullable Long value) {
    if (begin(PostgresColumnType.BIGINT, value, Long.BYTES) && value != null) {
      appendLong(value);
    }
    return this;
  }

  @Override
  public RowWriter integer(@Nullable Integer value) {
    if (begin(PostgresColumnType.INTEGER, value, Integer.BYTES) && value != null) {
      appendInt(value);
    }
    return this;
  }

  @Override
  public RowWriter smallint(@Nullable Short value) {
    if (begin(PostgresColumnType.SMALLINT, value, Short.BYTES) && value != null) {
      appendShort(value);
    }
    return this;
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) {
    if (begin(PostgresColumnType.BOOLEAN, value, 1) && value != null) {
      ensure(1);
      buffer[length++] = (byte) (value ? 1 : 0);
    }
    return this;
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value, int precision) {
    return append(PostgresColumnType.NUMERIC, value == null ? null : ByteConverter.numeric(value));
  }

  @Override
  public RowWriter doublePrecision(@Nullable Double value) {
    if (begin(PostgresColumnType.DOUBLE, value, Double.BYTES) && value != null) {
      appendLong(Double.doubleToLongBits(value));
    }
    return this;
  }

  @Override
  public RowWriter real(@Nullable Float value) {
    if (begin(PostgresColumnType.REAL, value, Float.BYTES) && value != null) {
      appendInt(Float.floatToIntBits(value));
    }
    return this;
  }

  @Override
  public RowWriter timestamp(@Nullable LocalDateTime value) {
    if (begin(PostgresColumnType.TIMESTAMP, value, Long.BYTES) && value != null) {
      appendLong(PostgresColumnType.micros(value) - PostgresColumnType.EPOCH_MICROS);
    }
    return this;
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    if (begin(PostgresColumnType.DATE, value, Integer.BYTES) && value != null) {
      appendInt((int) (value.toEpochDay() - PostgresColumnType.EPOCH_DAY));
    }
    return this;
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    if (begin(PostgresColumnType.TIME, value, Long.BYTES) && value != null) {
      appendLong(value.toNanoOfDay() / NANOS_PER_MICRO);
    }
    return this;
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    return append(PostgresColumnType.BYTEA, value == null ? null : value.toByteArray());
  }
}
