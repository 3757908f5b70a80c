package dev.taskstore.spi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * How a dialect stores what databases store differently: a UUID and an {@link Instant}.
 *
 * <p>Whatever the form, it must order as {@link UUID}s order by their unsigned bytes and as
 * instants order in time, and lose nothing down to the microsecond. The defaults suit a database
 * with a native {@code uuid} and {@code timestamp with time zone}, written through JDBC 4.2.
 * Implementations are stateless.
 */
public interface ValueStorage {

  /** The defaults: native types of the database. */
  ValueStorage NATIVE = new ValueStorage() {};

  /**
   * The storage of the dialect that a jOOQ configuration belongs to.
   *
   * @param configuration a configuration made by this library
   * @return its storage
   * @throws IllegalStateException when the configuration was not made by this library
   */
  static ValueStorage of(Configuration configuration) {
    if (configuration.data(ValueStorage.class) instanceof ValueStorage storage) {
      return storage;
    }
    throw new IllegalStateException(
        "This jOOQ configuration does not know how the dialect stores UUIDs and instants. Use the"
            + " DSLContext of the store, Session.dsl(), or a configuration derived from it.");
  }

  /**
   * Binds a UUID.
   *
   * @param statement the statement
   * @param parameter the parameter's position, from 1
   * @param value the value, never null
   * @throws SQLException when the driver refuses it
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
   * @throws SQLException when the column holds something else
   */
  default @Nullable UUID getUuid(ResultSet resultSet, int column) throws SQLException {
    return resultSet.getObject(column, UUID.class);
  }

  /**
   * A UUID as a literal of the dialect's SQL.
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
   * @throws SQLException when the driver refuses it
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
   * @throws SQLException when the column holds something else
   */
  default @Nullable Instant getInstant(ResultSet resultSet, int column) throws SQLException {
    OffsetDateTime value = resultSet.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /**
   * An instant as a literal of the dialect's SQL.
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
   * The JDBC type that a null UUID is bound as.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int uuidType() {
    return java.sql.Types.OTHER;
  }

  /**
   * The JDBC type that a null instant is bound as.
   *
   * @return a constant of {@link java.sql.Types}
   */
  default int instantType() {
    return java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
  }
}
