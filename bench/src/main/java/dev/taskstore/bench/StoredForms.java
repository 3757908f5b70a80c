package dev.taskstore.bench;

import dev.taskstore.db.spi.ValueStorage;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;

/**
 * The stored representation of values on each database. It is implemented independently, so that
 * the other libraries do not run code of TaskStore.
 */
public final class StoredForms {

  private static final ValueStorage SQLITE = new SqliteForms();

  private StoredForms() {}

  /** Returns the representations of a database. */
  public static ValueStorage of(DatabaseKind kind) {
    return kind == DatabaseKind.SQLITE ? SQLITE : ValueStorage.NATIVE;
  }

  /** Returns a UUID as SQLite stores it. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** Returns the UUID of its bytes. */
  public static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** Returns an instant as SQLite stores it. */
  public static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /** Returns the instant of its microseconds. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  private static final class SqliteForms implements ValueStorage {

    @Override
    public void setUuid(PreparedStatement statement, int parameter, UUID value)
        throws SQLException {
      statement.setBytes(parameter, bytes(value));
    }

    @Override
    public UUID getUuid(ResultSet resultSet, int column) throws SQLException {
      byte[] bytes = resultSet.getBytes(column);
      return bytes == null ? null : uuid(bytes);
    }

    @Override
    public void setInstant(PreparedStatement statement, int parameter, Instant value)
        throws SQLException {
      statement.setLong(parameter, micros(value));
    }

    @Override
    public Instant getInstant(ResultSet resultSet, int column) throws SQLException {
      long value = resultSet.getLong(column);
      return resultSet.wasNull() ? null : instant(value);
    }

    @Override
    public int uuidType() {
      return Types.BLOB;
    }

    @Override
    public int instantType() {
      return Types.BIGINT;
    }
  }
}
