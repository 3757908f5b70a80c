package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.spi.DecimalBytes;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores a UUID as a BLOB of its 16 bytes, an instant as an INTEGER of microseconds since 1970, a
 * timestamp as that of UTC, a date as days since 1970, a time of day as microseconds since
 * midnight, and a floating-point number as a REAL. A decimal of at most 18 digits is an INTEGER,
 * the number of its smallest unit, and one of more digits a BLOB as {@link DecimalBytes} describes.
 */
enum SqliteValueStorage implements ValueStorage {
  INSTANCE;

  private static final int UUID_BYTES = 16;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  /** SQLite stores any bytes as text. */
  @Override
  public boolean isWellFormed(ResultSet resultSet, int column) throws SQLException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(resultSet.getBytes(column)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Override
  public void setUuid(PreparedStatement statement, int parameter, UUID value) throws SQLException {
    statement.setBytes(parameter, bytes(value));
  }

  @Override
  public @Nullable UUID getUuid(ResultSet resultSet, int column) throws SQLException {
    byte[] bytes = resultSet.getBytes(column);
    if (bytes == null) {
      return null;
    }
    if (bytes.length != UUID_BYTES) {
      throw new SQLDataException("A UUID has 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public String uuidLiteral(UUID value) {
    return "x'" + HexFormat.of().formatHex(bytes(value)) + "'";
  }

  private static byte[] bytes(UUID value) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  @Override
  public void setInstant(PreparedStatement statement, int parameter, Instant value)
      throws SQLException {
    statement.setLong(parameter, micros(value));
  }

  @Override
  public @Nullable Instant getInstant(ResultSet resultSet, int column) throws SQLException {
    long micros = resultSet.getLong(column);
    return resultSet.wasNull()
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND),
            Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
  }

  @Override
  public String instantLiteral(Instant value) {
    return Long.toString(micros(value));
  }

  static long micros(Instant value) {
    return Math.addExact(
        Math.multiplyExact(value.getEpochSecond(), MICROS_PER_SECOND), value.getNano() / 1_000);
  }

  @Override
  public int uuidType() {
    return Types.BLOB;
  }

  @Override
  public int instantType() {
    return Types.BIGINT;
  }

  @Override
  public void setDate(PreparedStatement statement, int parameter, LocalDate value)
      throws SQLException {
    statement.setLong(parameter, value.toEpochDay());
  }

  @Override
  public @Nullable LocalDate getDate(ResultSet resultSet, int column) throws SQLException {
    long epochDay = resultSet.getLong(column);
    return resultSet.wasNull() ? null : LocalDate.ofEpochDay(epochDay);
  }

  @Override
  public String dateLiteral(LocalDate value) {
    return Long.toString(value.toEpochDay());
  }

  @Override
  public int dateType() {
    return Types.BIGINT;
  }

  @Override
  public void setTime(PreparedStatement statement, int parameter, LocalTime value)
      throws SQLException {
    statement.setLong(parameter, microOfDay(value));
  }

  @Override
  public @Nullable LocalTime getTime(ResultSet resultSet, int column) throws SQLException {
    long micros = resultSet.getLong(column);
    return resultSet.wasNull()
        ? null
        : LocalTime.ofNanoOfDay(Math.multiplyExact(micros, NANOS_PER_MICRO));
  }

  @Override
  public String timeLiteral(LocalTime value) {
    return Long.toString(microOfDay(value));
  }

  static long microOfDay(LocalTime value) {
    return value.toNanoOfDay() / NANOS_PER_MICRO;
  }

  @Override
  public int timeType() {
    return Types.BIGINT;
  }

  /** SQLite stores booleans as integers, of which the driver reads all but 0 as true. */
  @Override
  public @Nullable Boolean getBoolean(ResultSet resultSet, int column) throws SQLException {
    long value = resultSet.getLong(column);
    if (value != 0 && value != 1) {
      throw new SQLDataException("A boolean is 0 or 1");
    }
    return resultSet.wasNull() ? null : value == 1;
  }

  private static boolean isLarge(int precision) {
    return precision > Decimals.MAX_LONG_PRECISION;
  }

  @Override
  public void setDecimal(
      PreparedStatement statement, int parameter, BigDecimal value, int precision)
      throws SQLException {
    if (isLarge(precision)) {
      statement.setBytes(parameter, DecimalBytes.encode(value.unscaledValue(), precision));
    } else {
      statement.setLong(parameter, value.unscaledValue().longValueExact());
    }
  }

  @Override
  public @Nullable BigDecimal getDecimal(ResultSet resultSet, int column, int precision, int scale)
      throws SQLException {
    if (isLarge(precision)) {
      byte[] stored = resultSet.getBytes(column);
      return stored == null ? null : largeDecimal(stored, precision, scale);
    }
    long unscaled = resultSet.getLong(column);
    return resultSet.wasNull() ? null : BigDecimal.valueOf(unscaled, scale);
  }

  private static BigDecimal largeDecimal(byte[] stored, int precision, int scale)
      throws SQLDataException {
    try {
      return new BigDecimal(DecimalBytes.decode(stored, precision), scale);
    } catch (IllegalArgumentException e) {
      throw new SQLDataException(e.getMessage(), e);
    }
  }

  @Override
  public String decimalLiteral(BigDecimal value, int precision) {
    return isLarge(precision)
        ? bytesLiteral(DecimalBytes.encode(value.unscaledValue(), precision))
        : value.unscaledValue().toString();
  }

  @Override
  public int decimalType(int precision) {
    return isLarge(precision) ? Types.BLOB : Types.BIGINT;
  }

  @Override
  public String doubleLiteral(double value) {
    return Double.toString(value);
  }

  @Override
  public void setReal(PreparedStatement statement, int parameter, float value) throws SQLException {
    statement.setDouble(parameter, value);
  }

  /** SQLite stores 64 bits. */
  @Override
  public @Nullable Float getReal(ResultSet resultSet, int column) throws SQLException {
    double value = resultSet.getDouble(column);
    if (resultSet.wasNull()) {
      return null;
    }
    if ((float) value != value) {
      throw new SQLDataException("The number has more than 32 bits");
    }
    return (float) value;
  }

  @Override
  public String realLiteral(float value) {
    return doubleLiteral(value);
  }

  @Override
  public void setTimestamp(PreparedStatement statement, int parameter, LocalDateTime value)
      throws SQLException {
    setInstant(statement, parameter, value.toInstant(ZoneOffset.UTC));
  }

  @Override
  public @Nullable LocalDateTime getTimestamp(ResultSet resultSet, int column) throws SQLException {
    Instant value = getInstant(resultSet, column);
    return value == null ? null : LocalDateTime.ofInstant(value, ZoneOffset.UTC);
  }

  @Override
  public String timestampLiteral(LocalDateTime value) {
    return instantLiteral(value.toInstant(ZoneOffset.UTC));
  }

  @Override
  public int timestampType() {
    return Types.BIGINT;
  }

  @Override
  public int bytesType() {
    return Types.BLOB;
  }
}
