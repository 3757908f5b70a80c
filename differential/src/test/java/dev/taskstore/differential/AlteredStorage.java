package dev.taskstore.differential;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value storage that writes changed values and converts UUIDs back when it reads them.
 *
 * @param storage the unchanged storage
 * @param uuid the change of a UUID; its own inverse
 * @param instant the change of an instant
 */
record AlteredStorage(
    ValueStorage storage, UnaryOperator<UUID> uuid, UnaryOperator<Instant> instant)
    implements ValueStorage {

  @Override
  public void setUuid(PreparedStatement statement, int parameter, UUID value) throws SQLException {
    storage.setUuid(statement, parameter, uuid.apply(value));
  }

  @Override
  public @Nullable UUID getUuid(ResultSet resultSet, int column) throws SQLException {
    UUID value = storage.getUuid(resultSet, column);
    return value == null ? null : uuid.apply(value);
  }

  @Override
  public String uuidLiteral(UUID value) {
    return storage.uuidLiteral(uuid.apply(value));
  }

  @Override
  public void setInstant(PreparedStatement statement, int parameter, Instant value)
      throws SQLException {
    storage.setInstant(statement, parameter, instant.apply(value));
  }

  @Override
  public @Nullable Instant getInstant(ResultSet resultSet, int column) throws SQLException {
    return storage.getInstant(resultSet, column);
  }

  @Override
  public String instantLiteral(Instant value) {
    return storage.instantLiteral(instant.apply(value));
  }

  @Override
  public int uuidType() {
    return storage.uuidType();
  }

  @Override
  public int instantType() {
    return storage.instantType();
  }
}
