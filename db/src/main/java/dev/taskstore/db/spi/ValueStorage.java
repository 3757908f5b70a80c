package dev.taskstore.db.spi;

import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.TextType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of the types that databases store differently: UUIDs, instants, timestamps,
 * dates, times of day, decimals, floating-point numbers and binary data. Every other type is stored
 * as one of these or as text, an integer or a boolean, so that a new type requires no change of a
 * dialect.
 *
 * <p>Stored UUIDs and binary data must compare by their unsigned bytes, instants, timestamps, dates
 * and times chronologically, and numbers numerically. No microsecond, digit, bit or byte may be
 * lost. A read of a value that does not have its type throws a {@link java.sql.SQLDataException},
 * or an {@code SQLException} with an SQLSTATE of class 22.
 *
 * <p>The defaults suit a database with native types and a JDBC 4.2 driver. Implementations are
 * stateless.
 */
public interface ValueStorage {

  /** The defaults: native types of the database. */
  ValueStorage NATIVE = new ValueStorage() {};

  /**
   * Returns the storage of the dialect to which a jOOQ configuration belongs.
   *
   * @param configuration a configuration made by this library
   * @return the storage
   * @throws IllegalStateException when the configuration was not made by this library
   */
  static ValueStorage of(Configuration configuration) {
    if (configuration.data(ValueStorage.class) instanceof ValueStorage storage) {
      return storage;
    }
    throw new IllegalStateException(
        "This jOOQ configuration has no ValueStorage. Use the DSLContext of the store,"
            + " Session.dsl(), or a configuration derived from it.");
  }

  /**
   * Returns whether text is stored in a well-formed encoding. The library calls this method only
   * for text that the driver decoded to U+FFFD, the replacement character.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return true by default, which is right for a database that accepts no malformed text
   * @throws SQLException when the column cannot be read
   */
  default boolean isWellFormed(ResultSet resultSet, int column) throws SQLException {
    return true;
  }

  /**
   * Binds NULL to a parameter. Some drivers send NULL of some JDBC types without a type; a dialect
   * then names the type.
   *
   * @param statement the statement
   * @param parameter the parameter, from 1
   * @param type the JDBC type, one of those that this storage returns
   * @throws SQLException if the driver refuses
   */
  default void setNull(PreparedStatement statement, int parameter, int type) throws SQLException {
    statement.setNull(parameter, type);
  }

  /**
   * Binds a UUID.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setUuid(PreparedStatement statement, int parameter, UUID value) throws SQLException {
    statement.setObject(parameter, value);
  }

  /**
   * Reads a UUID.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable UUID getUuid(ResultSet resultSet, int column) throws SQLException {
    return resultSet.getObject(column, UUID.class);
  }

  /**
   * Returns a UUID as a SQL literal of the dialect.
   *
   * @param value the value
   * @return the literal
   */
  default String uuidLiteral(UUID value) {
    return "cast('" + value + "' as uuid)";
  }

  /**
   * Binds an instant.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value in whole microseconds, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setInstant(PreparedStatement statement, int parameter, Instant value)
      throws SQLException {
    statement.setObject(parameter, value.atOffset(ZoneOffset.UTC));
  }

  /**
   * Reads an instant.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable Instant getInstant(ResultSet resultSet, int column) throws SQLException {
    OffsetDateTime value = resultSet.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /**
   * Returns an instant as a SQL literal of the dialect.
   *
   * @param value the value in whole microseconds
   * @return the literal
   */
  default String instantLiteral(Instant value) {
    return "timestamp with time zone '"
        + value.toString().replace('T', ' ').replace("Z", "+00:00")
        + "'";
  }

  /**
   * Returns the JDBC type of a null UUID.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int uuidType() {
    return java.sql.Types.OTHER;
  }

  /**
   * Returns the JDBC type of a null instant.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int instantType() {
    return java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
  }

  /**
   * Binds a date.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setDate(PreparedStatement statement, int parameter, LocalDate value)
      throws SQLException {
    statement.setObject(parameter, value);
  }

  /**
   * Reads a date.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable LocalDate getDate(ResultSet resultSet, int column) throws SQLException {
    return resultSet.getObject(column, LocalDate.class);
  }

  /**
   * Returns a date as a SQL literal of the dialect.
   *
   * @param value the value
   * @return the literal
   */
  default String dateLiteral(LocalDate value) {
    return "date '" + value + "'";
  }

  /**
   * Returns the JDBC type of a null date.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int dateType() {
    return java.sql.Types.DATE;
  }

  /**
   * Binds a time of day.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value in whole microseconds, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setTime(PreparedStatement statement, int parameter, LocalTime value)
      throws SQLException {
    statement.setObject(parameter, value);
  }

  /**
   * Reads a time of day.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable LocalTime getTime(ResultSet resultSet, int column) throws SQLException {
    return resultSet.getObject(column, LocalTime.class);
  }

  /**
   * Returns a time of day as a SQL literal of the dialect.
   *
   * @param value the value in whole microseconds
   * @return the literal
   */
  default String timeLiteral(LocalTime value) {
    return "time '" + DateTimeFormatter.ISO_LOCAL_TIME.format(value) + "'";
  }

  /**
   * Returns the JDBC type of a null time of day.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int timeType() {
    return java.sql.Types.TIME;
  }

  /**
   * Binds a decimal.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value with the scale of its column, never null
   * @param precision the number of digits of the column, 1 to {@link Decimals#MAX_PRECISION}
   * @throws SQLException when the driver rejects the value
   */
  default void setDecimal(
      PreparedStatement statement, int parameter, BigDecimal value, int precision)
      throws SQLException {
    statement.setBigDecimal(parameter, value);
  }

  /**
   * Reads a boolean.
   *
   * @param resultSet the result, at a row
   * @param column the position of the column, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the driver rejects it, or when the column contains something else; an
   *     SQLSTATE of class 22, or a {@link java.sql.SQLDataException}, denotes a wrong value
   */
  default @Nullable Boolean getBoolean(ResultSet resultSet, int column) throws SQLException {
    boolean value = resultSet.getBoolean(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Reads a decimal.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @param precision the number of digits of the column
   * @param scale the number of digits after the decimal point
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable BigDecimal getDecimal(ResultSet resultSet, int column, int precision, int scale)
      throws SQLException {
    BigDecimal value = resultSet.getBigDecimal(column);
    return value == null ? null : Decimals.atScale(value, scale);
  }

  /**
   * Returns a decimal as a SQL literal of the dialect.
   *
   * @param value the value with the scale of its column
   * @param precision the number of digits of the column
   * @return the literal
   */
  default String decimalLiteral(BigDecimal value, int precision) {
    return value.toPlainString();
  }

  /**
   * Returns the JDBC type of a null decimal.
   *
   * @param precision the number of digits of the column
   * @return a constant of {@link java.sql.Types}
   */
  default int decimalType(int precision) {
    return java.sql.Types.NUMERIC;
  }

  /**
   * Binds a floating-point number of 64 bits.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, which is finite and not the negative zero
   * @throws SQLException when the driver rejects the value
   */
  default void setDouble(PreparedStatement statement, int parameter, double value)
      throws SQLException {
    statement.setDouble(parameter, value);
  }

  /**
   * Reads a floating-point number of 64 bits.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable Double getDouble(ResultSet resultSet, int column) throws SQLException {
    double value = resultSet.getDouble(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Returns a floating-point number of 64 bits as a SQL literal of the dialect. The database must
   * convert it to exactly this number.
   *
   * @param value the value, which is finite and not the negative zero
   * @return the literal
   */
  default String doubleLiteral(double value) {
    return "cast('" + value + "' as double precision)";
  }

  /**
   * Returns the JDBC type of a null floating-point number of 64 bits.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int doubleType() {
    return java.sql.Types.DOUBLE;
  }

  /**
   * Binds a floating-point number of 32 bits.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, which is finite and not the negative zero
   * @throws SQLException when the driver rejects the value
   */
  default void setReal(PreparedStatement statement, int parameter, float value)
      throws SQLException {
    statement.setFloat(parameter, value);
  }

  /**
   * Reads a floating-point number of 32 bits.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable Float getReal(ResultSet resultSet, int column) throws SQLException {
    float value = resultSet.getFloat(column);
    return resultSet.wasNull() ? null : value;
  }

  /**
   * Returns a floating-point number of 32 bits as a SQL literal of the dialect. The database must
   * convert it to exactly this number.
   *
   * @param value the value, which is finite and not the negative zero
   * @return the literal
   */
  default String realLiteral(float value) {
    return "cast('" + value + "' as real)";
  }

  /**
   * Returns the JDBC type of a null floating-point number of 32 bits.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int realType() {
    return java.sql.Types.REAL;
  }

  /**
   * Binds a timestamp without a time zone.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value in whole microseconds, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setTimestamp(PreparedStatement statement, int parameter, LocalDateTime value)
      throws SQLException {
    statement.setObject(parameter, value);
  }

  /**
   * Reads a timestamp without a time zone.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default @Nullable LocalDateTime getTimestamp(ResultSet resultSet, int column)
      throws SQLException {
    return resultSet.getObject(column, LocalDateTime.class);
  }

  /**
   * Returns a timestamp without a time zone as a SQL literal of the dialect.
   *
   * @param value the value in whole microseconds
   * @return the literal
   */
  default String timestampLiteral(LocalDateTime value) {
    return "timestamp '"
        + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value).replace('T', ' ')
        + "'";
  }

  /**
   * Returns the JDBC type of a null timestamp without a time zone.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int timestampType() {
    return java.sql.Types.TIMESTAMP;
  }

  /**
   * Binds text, or NULL, to a column for which the database may have a type of its own.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, or null for SQL NULL
   * @param type the type of the column
   * @throws SQLException when the driver rejects the value
   */
  default void setText(
      PreparedStatement statement, int parameter, @Nullable String value, TextType type)
      throws SQLException {
    statement.setString(parameter, value);
  }

  /**
   * Returns text as a SQL literal of the dialect.
   *
   * @param value the value
   * @param type the type of the column
   * @return the literal
   */
  default String textLiteral(String value, TextType type) {
    return "'" + value.replace("'", "''") + "'";
  }

  /**
   * Binds binary data.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the bytes, which are not changed later, never null
   * @throws SQLException when the driver rejects the value
   */
  default void setBytes(PreparedStatement statement, int parameter, byte[] value)
      throws SQLException {
    statement.setBytes(parameter, value);
  }

  /**
   * Reads binary data.
   *
   * @param resultSet the result
   * @param column the column's position, from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException when the column contains something else
   */
  default byte @Nullable [] getBytes(ResultSet resultSet, int column) throws SQLException {
    return resultSet.getBytes(column);
  }

  /**
   * Returns binary data as a SQL literal of the dialect.
   *
   * @param value the bytes
   * @return the literal
   */
  default String bytesLiteral(byte[] value) {
    return "x'" + HexFormat.of().formatHex(value) + "'";
  }

  /**
   * Returns the JDBC type of null binary data.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int bytesType() {
    return java.sql.Types.VARBINARY;
  }
}
