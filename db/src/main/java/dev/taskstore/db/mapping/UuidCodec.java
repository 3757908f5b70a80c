package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs. */
final class UuidCodec extends StoredCodec.Same<UUID> {

  private static final long serialVersionUID = 1L;

  UuidCodec() {
    super(UUID.class, StoredType.UUID, "A UUID");
  }

  @Override
  public void write(RowWriter row, @Nullable UUID value) throws SQLException {
    row.uuid(value);
  }

  @Override
  public @Nullable UUID read(RowReader row, int column) throws SQLException {
    return row.uuid(column);
  }
}
