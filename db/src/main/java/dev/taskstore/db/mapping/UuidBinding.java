package dev.taskstore.db.mapping;

import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jooq.Converters;
import org.jspecify.annotations.Nullable;

/** Binds {@link UUID} columns in the form that the dialect stores them in. Thread-safe. */
public final class UuidBinding extends StorageBinding<UUID, UUID> {

  private static final long serialVersionUID = 1L;

  /** Creates the binding; generated tables do. */
  public UuidBinding() {
    super(Converters.identity(UUID.class));
  }

  @Override
  void set(ValueStorage storage, PreparedStatement statement, int parameter, UUID value)
      throws SQLException {
    storage.setUuid(statement, parameter, value);
  }

  @Override
  @Nullable UUID get(ValueStorage storage, ResultSet resultSet, int column) throws SQLException {
    return storage.getUuid(resultSet, column);
  }

  @Override
  int nullType(ValueStorage storage) {
    return storage.uuidType();
  }

  @Override
  String literal(ValueStorage storage, UUID value) {
    return storage.uuidLiteral(value);
  }
}
